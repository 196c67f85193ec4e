import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { formatEuros } from "../../formats";
import type { Words } from "../../i18n/twin";
import type { RouterOutputs } from "../../trpc";
import { ButtonLink } from "../button";

type Ecart = RouterOutputs["consoleStripe"]["etat"]["ecarts"][number];
type Champ = keyof Words["verite"]["champs"];

/** What differs, one thing a row: what is held here, what Stripe says. */
export function EcartsTable({ ecarts }: { readonly ecarts: readonly Ecart[] }) {
  const { t } = useTranslation("verite");
  return (
    <table className="table t-verite">
      <caption className="vh">{t("comparaison.legende")}</caption>
      <thead>
        <tr>
          {(["objet", "champ", "ici", "stripe", "acte"] as const).map((name) => (
            <th key={name} scope="col">
              {t(`comparaison.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ecarts.map((ecart) => (
          <Row key={ecart.id} ecart={ecart} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ ecart }: { readonly ecart: Ecart }) {
  const { t } = useTranslation("verite");
  const { id, societeId, societe, objet, champ, ici, stripe, repairedAt } = ecart;
  return (
    <tr>
      <th scope="row">
        {societeId === null ? (
          <code className="code-fin">{objet}</code>
        ) : (
          <Link className="lien" to={`/console/societes/${societeId}#stripe-titre`}>
            {societe}
          </Link>
        )}
      </th>
      <td>{t(`champs.${champ as Champ}`)}</td>
      <td data-titre={t("comparaison.ici")}>
        <Said champ={champ} value={ici} />
      </td>
      <td data-titre={t("comparaison.stripe")}>
        <Said champ={champ} value={stripe} />
      </td>
      <td>
        {repairedAt === null ? (
          <ButtonLink small to={`?reparer=${id}#acte`}>
            {t("reparer.bouton")}
          </ButtonLink>
        ) : (
          t("comparaison.repare", { jour: longDayOf(repairedAt), heure: formatTime(repairedAt) })
        )}
      </td>
    </tr>
  );
}

const instants = ["periodStart", "periodEnd", "anchorAt", "cancelAt", "endedAt", "pendingAt"];

/** Word for word, but for instants and amounts. */
function Said({ champ, value }: { readonly champ: string; readonly value: string | null }) {
  const { t } = useTranslation("verite");
  if (value === null) return <span className="sub">{t("comparaison.rien")}</span>;
  const at = Number(value);
  if (instants.includes(champ)) return `${longDayOf(at)} ${formatTime(at)}`;
  if (champ === "dueTtc") return formatEuros(at);
  return <code className="code-fin">{value}</code>;
}
