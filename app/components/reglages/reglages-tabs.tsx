import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Each page of the settings: its address, and its name in the catalogue. */
export const reglagesPages = [
  { to: "/reglages/societe", label: "societe" },
  { to: "/reglages/marque", label: "marque.titre" },
  { to: "/reglages/equipe", label: "equipe" },
  { to: "/reglages/abonnement", label: "abonnement" },
  { to: "/reglages/journal", label: "journal" },
  { to: "/reglages/messages", label: "messages" },
  { to: "/reglages/securite", label: "securite" },
  { to: "/reglages/assistance", label: "assistance" },
  { to: "/reglages/donnees", label: "donnees" },
] as const;

/** The pages of the settings that exist. */
export function ReglagesTabs() {
  const { t } = useTranslation("reglages");
  return (
    <nav className="onglets" aria-label={t("titre")}>
      {reglagesPages.map(({ to, label }) => (
        <NavLink key={to} to={to} prefetch="intent">
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
