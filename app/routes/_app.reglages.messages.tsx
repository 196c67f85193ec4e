import type { LoaderFunctionArgs } from "@remix-run/node";
import { Mail } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/empty-state";
import { MailOutcome } from "../components/mail-outcome";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { formatInstant } from "../format-moment";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().messages.titre, words().reglages.titre);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "journal");
  return prefetch(args, (queries) => [queries.messages.list.fetch()]);
}

export default function MessagesPage() {
  const { t } = useTranslation(["messages", "reglages"]);
  const [messages] = trpc.messages.list.useSuspenseQuery();
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <p className="note">{t("intro")}</p>
      {messages.length === 0 ? (
        <EmptyState icon={Mail} title={t("vide")} text={t("videTexte")} />
      ) : (
        <ol className="journal" aria-label={t("liste")}>
          {messages.map(({ id, to, subject, createdAt, outcome }) => (
            <li key={id}>
              <time className="num" dateTime={new Date(createdAt).toISOString()}>
                {formatInstant(createdAt)}
              </time>
              <p>{subject}</p>
              <span className="journal__lieu">{to}</span>
              <p className="journal__suite">
                <MailOutcome outcome={outcome} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}
