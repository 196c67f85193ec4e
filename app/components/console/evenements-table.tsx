import { Link } from "@remix-run/react";
import { CircleCheck, CircleDashed, CircleMinus, OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { formatTime } from "../../format-moment";
import { formatDay } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { ButtonLink } from "../button";

type Evenement = RouterOutputs["consoleStripe"]["evenements"]["rows"][number];

/** The events of Stripe, one a row. */
export function EvenementsTable({ rows }: { readonly rows: readonly Evenement[] }) {
  const { t } = useTranslation("verite");
  return (
    <table className="table t-verite">
      <caption className="vh">{t("registre.legende")}</caption>
      <thead>
        <tr>
          {(["evenement", "societe", "recu", "etat", "acte"] as const).map((name) => (
            <th key={name} scope="col">
              {t(`registre.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: Evenement }) {
  const { t } = useTranslation("verite");
  const { id, type, societeId, societe, receivedAt, objectId } = row;
  return (
    <tr>
      <th scope="row">
        <code className="code-fin">{type}</code>
        <span className="sub code-fin">{objectId ?? id}</span>
      </th>
      <td>
        {societeId === null ? (
          <span className="sub">{t("registre.personne")}</span>
        ) : (
          <Link className="lien" to={`/console/societes/${societeId}#stripe-titre`}>
            {societe}
          </Link>
        )}
      </td>
      <td>
        <time className="num" dateTime={new Date(receivedAt).toISOString()}>
          {formatDay(todayInParis(receivedAt))} {formatTime(receivedAt)}
        </time>
      </td>
      <td>
        <Fate row={row} />
      </td>
      <td>
        <ButtonLink small to={`?rejouer=${id}#acte`} aria-label={`${t("rejouer.bouton")} ${type}`}>
          {t("rejouer.bouton")}
        </ButtonLink>
      </td>
    </tr>
  );
}

const looks = {
  received: { icon: CircleDashed, look: "info" },
  done: { icon: CircleCheck, look: "succes" },
  ignored: { icon: CircleMinus, look: undefined },
  failed: { icon: OctagonX, look: "erreur" },
} as const;

/** What became of it, after how many tries, and why it failed. */
function Fate({ row }: { readonly row: Evenement }) {
  const { t } = useTranslation("verite");
  const { status, attempts, deliveries, error, nextAt } = row;
  const { icon: Icon, look } = looks[status];
  const facts = [
    ...(attempts > 0 ? [t("registre.essais", { count: attempts })] : []),
    ...(deliveries === 0 ? [t("registre.manque")] : []),
    ...(deliveries > 1 ? [t("registre.livraisons", { nb: deliveries })] : []),
    ...(status === "failed" ? [t("registre.prochain", { heure: formatTime(nextAt) })] : []),
  ];
  return (
    <>
      <span className="badge badge--etat" data-v={look}>
        <Icon className="ic" aria-hidden />
        {t(`statut.${status}`)}
      </span>
      <span className="sub">{facts.join(", ")}</span>
      {error !== null && <span className="sub code-fin">{error}</span>}
    </>
  );
}
