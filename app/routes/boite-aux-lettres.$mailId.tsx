import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MailboxPage } from "../components/public/mailbox-page";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";

export const meta = () => pageTitle(words().acces.boite.onglet);

export async function loader({ context, params }: LoaderFunctionArgs) {
  const mail = await context.mailbox?.readMail(params["mailId"] ?? "");
  if (!mail) throw data(null, 404);
  const { to, subject, text } = mail;
  return { to, subject, text };
}

/** The text of the mail, its addresses as links: what is read here runs nothing. */
export default function MailPage() {
  const { t } = useTranslation("acces");
  const { to, subject, text } = useLoaderData<typeof loader>();
  return (
    <MailboxPage title={subject} lead={t("boite.a", { adresse: to })}>
      <section className="courrier" aria-label={t("boite.message")}>
        {text.split(/(https?:\/\/\S+)/).map((part, i) =>
          i % 2 === 1 ? (
            <a key={part} className="lien" href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </section>
      <p>
        <Link className="lien" to="/boite-aux-lettres">
          {t("boite.retour")}
        </Link>
      </p>
    </MailboxPage>
  );
}
