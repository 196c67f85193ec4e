import type { LoaderFunctionArgs } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../components/empty-state";
import { ChainState } from "../components/journal/chain-state";
import { JournalFilters } from "../components/journal/journal-filters";
import { JournalLines } from "../components/journal/journal-lines";
import { journalQuery } from "../components/journal/journal-params";
import { NoResults } from "../components/list/no-results";
import { PagedList } from "../components/list/paged-list";
import { useCursors } from "../components/list/use-cursors";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { trpc } from "../trpc";

export const meta = () => pageTitle(words().journal.titre, words().reglages.titre);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "journal");
  return prefetch(args, (queries) => [
    queries.journal.list.fetch(journalQuery(new URL(args.request.url).searchParams)),
    queries.journal.overview.fetch(),
  ]);
}

export default function JournalPage() {
  const { t } = useTranslation(["journal", "reglages"]);
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <p className="note">{t("intro")}</p>
      <ChainState />
      <JournalFilters />
      <Lines />
    </Page>
  );
}

function Lines() {
  const { t } = useTranslation("journal");
  const [params] = useSearchParams();
  const { cursor: first, ...query } = journalQuery(params);
  const { cursors, add } = useCursors(first, query);
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.journal.list({ ...query, cursor })),
  );
  const isFiltered = Object.values(query).some((value) => value !== null && value !== "");
  const empty = isFiltered ? (
    <NoResults text={t("liste.aucune")} />
  ) : (
    <EmptyState icon={ScrollText} title={t("liste.vide")} text={t("liste.videTexte")} />
  );
  return (
    <PagedList pages={pages} onMore={add} count={() => ""} empty={empty}>
      {(lines) => <JournalLines lines={lines} />}
    </PagedList>
  );
}
