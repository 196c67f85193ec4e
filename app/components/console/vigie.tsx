import { Link } from "@remix-run/react";
import { CircleCheck, ClockAlert, CreditCard, Unplug } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";

const dayMs = 86_400_000;

/** What asks for the operator's eye today: each leads to those concerned. */
export function Vigie() {
  const { t } = useTranslation("societes");
  const [{ retards, indisponibles, evenements, now }] = trpc.console.apercu.useSuspenseQuery();
  const jours = retards.since === null ? 0 : Math.floor((now - retards.since) / dayMs);
  const items = [
    {
      nb: retards.nb,
      icon: ClockAlert,
      to: "/console/societes?etat=retard",
      text: t("vigie.retards", { count: retards.nb, jours }),
    },
    {
      nb: indisponibles,
      icon: Unplug,
      to: "/console/societes?sante=a_voir",
      text: t("vigie.indisponibles", { count: indisponibles }),
    },
    {
      nb: evenements,
      icon: CreditCard,
      to: "/console/stripe?statut=failed",
      text: t("vigie.evenements", { count: evenements }),
    },
  ].filter(({ nb }) => nb > 0);
  return (
    <section className="vigie" aria-labelledby="vigie-titre">
      <h2 id="vigie-titre">{t("vigie.titre")}</h2>
      <ul>
        {items.map(({ icon: Icon, to, text }) => (
          <li key={text} data-v="attention">
            <Link to={to}>
              <Icon className="ic" aria-hidden /> {text}
            </Link>
          </li>
        ))}
        {items.length === 0 && (
          <li data-v="succes">
            <span>
              <CircleCheck className="ic" aria-hidden /> {t("vigie.rien")}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}
