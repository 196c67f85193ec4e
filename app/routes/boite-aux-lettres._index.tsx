import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Mail } from "lucide-react";
import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { MailboxPage } from "../components/public/mailbox-page";
import { formatDay } from "../formats";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";

export const meta = () => pageTitle(words().acces.boite.onglet);

/** Only in demonstration: a real service shows nobody's mail. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.mailbox) throw data(null, 404);
  return { mails: await context.mailbox.listMails(50) };
}

export default function Mailbox() {
  const { t } = useTranslation("acces");
  const { mails } = useLoaderData<typeof loader>();
  return (
    <MailboxPage title={t("boite.titre")} lead={t("boite.chapo")}>
      {mails.length === 0 ? (
        <div className="vide">
          <Mail className="ic" aria-hidden />
          <h2>{t("boite.vide")}</h2>
          <p>{t("boite.videTexte")}</p>
        </div>
      ) : (
        <ul className="courriers">
          {mails.map(({ id, to, subject, createdAt }) => (
            <li key={id}>
              <Link to={`/boite-aux-lettres/${id}`}>
                <b>{subject}</b>
                <span className="doux">{t("boite.a", { adresse: to })}</span>
                <span className="doux num">{formatDay(todayInParis(createdAt))}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </MailboxPage>
  );
}
