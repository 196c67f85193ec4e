import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PublicHeader } from "./public-header";

type Props = { readonly title: string; readonly lead: string; readonly children: ReactNode };

export function MailboxPage({ title, lead, children }: Props) {
  const { t } = useTranslation("acces");
  return (
    <>
      <PublicHeader>
        <Link className="lien" to="/connexion">
          {t("boite.connexion")}
        </Link>
      </PublicHeader>
      <main className="contenu contenu--lecture formulaire">
        <h1>{title}</h1>
        <p className="chapo">{lead}</p>
        {children}
      </main>
    </>
  );
}
