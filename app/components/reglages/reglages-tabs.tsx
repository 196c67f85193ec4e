import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isBarred } from "#server/domain/permissions";
import { useSociete } from "../../session";

/** Each page of the settings: its address, and its name in the catalogue. */
const reglagesPages = [
  { to: "/reglages/societe", label: "societe" },
  { to: "/reglages/marque", label: "marque.titre" },
  { to: "/reglages/equipe", label: "equipe", permission: "equipe" },
  { to: "/reglages/abonnement", label: "abonnement", permission: "abonnement.manage" },
  { to: "/reglages/journal", label: "journal" },
  { to: "/reglages/messages", label: "messages" },
  { to: "/reglages/securite", label: "securite" },
  { to: "/reglages/assistance", label: "assistance", forCustomers: true },
  { to: "/reglages/donnees", label: "donnees", permission: "donnees" },
] as const;

/** Those that have a meaning here: a demonstration has neither team nor subscription, and nobody visits it. */
export function useReglagesPages() {
  const societe = useSociete();
  return reglagesPages.filter((page) => {
    if (!societe) return true;
    if ("forCustomers" in page && societe.isDemonstration) return false;
    return !("permission" in page) || !isBarred(societe, page.permission);
  });
}

/** The pages of the settings that exist. */
export function ReglagesTabs() {
  const { t } = useTranslation("reglages");
  return (
    <nav className="onglets" aria-label={t("titre")}>
      {useReglagesPages().map(({ to, label }) => (
        <NavLink key={to} to={to} prefetch="intent">
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
