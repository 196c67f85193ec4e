import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { drawn } from "../../drawn";
import { formatInstant } from "../../format-moment";
import { formatEuros } from "../../formats";
import type { RouterOutputs } from "../../trpc";
import { usePlainLinks } from "../../use-plain-links";
import { GaugeTrack } from "../abonnement/gauge-track";
import { LastSeen } from "../equipe/last-seen";
import { SortHeader, useSorting } from "../list/sort-header";
import { DemonstrationBadge, EtatBadge } from "./etat-badge";
import { SanteBadge } from "./sante-badge";
import type { societesQuery } from "./societes-query";
import { useBytes } from "./use-bytes";

type SocieteRow = RouterOutputs["console"]["societes"]["rows"][number];

type Props = {
  readonly rows: readonly SocieteRow[];
  readonly query: ReturnType<typeof societesQuery>;
  readonly now: number;
};

/** The sociétés, one a row; the whole row opens. */
export function SocietesTable({ rows, query, now }: Props) {
  const { t } = useTranslation("societes");
  const sorting = useSorting(query);
  const open = usePlainLinks();
  const plain = (name: "offre" | "etat" | "sante") => <th scope="col">{t(`colonnes.${name}`)}</th>;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses.
    <table className="table t-soc" onClick={open}>
      <caption className="vh">{t("liste.legende")}</caption>
      <thead>
        <tr>
          <SortHeader sorting={sorting} sort="nom" label={t("colonnes.nom")} />
          {plain("offre")}
          {plain("etat")}
          <SortHeader sorting={sorting} sort="usage" label={t("colonnes.usage")} first="desc" />
          <SortHeader
            sorting={sorting}
            sort="mrr"
            label={t("colonnes.mrr")}
            first="desc"
            className="droite c-mrr"
          />
          <SortHeader
            sorting={sorting}
            sort="activite"
            label={t("colonnes.activite")}
            first="desc"
          />
          <SortHeader
            sorting={sorting}
            sort="octets"
            label={t("colonnes.poids")}
            first="desc"
            className="droite c-poids"
          />
          <th scope="col" className="c-schema">
            {t("colonnes.schema")}
          </th>
          <th scope="col" className="c-copie">
            {t("colonnes.sauvegarde")}
          </th>
          {plain("sante")}
        </tr>
      </thead>
      <tbody {...drawn(rows.map((row) => <Row key={row.societeId} row={row} now={now} />))} />
    </table>
  );
}

function Row({ row, now }: { readonly row: SocieteRow; readonly now: number }) {
  const { t } = useTranslation("societes");
  const bytes = useBytes();
  const { societeId, nom, slug, planNom, factures, limite, mrrHt } = row;
  return (
    <tr>
      <td className="c-soc">
        <a className="rang-lien" data-lien="page" href={`/console/societes/${societeId}`}>
          {nom}
        </a>
        <span className="sub">{slug}</span>
      </td>
      <td>{planNom}</td>
      <td className="c-etat">
        {row.isDemonstration ? (
          <DemonstrationBadge />
        ) : (
          <EtatBadge etat={row.etat} at={row.etatAt} now={now} />
        )}
      </td>
      <td className="c-usage">
        <span className="usage">
          <span className="num">
            {factures}
            {limite !== null && <span className="sub">/{limite}</span>}
          </span>
          {limite === null ? (
            <span className="sub">{t("sansLimite")}</span>
          ) : (
            <GaugeTrack used={factures} limit={limite} thin />
          )}
        </span>
      </td>
      <td className="droite montant c-mrr">{formatEuros(mrrHt)}</td>
      <td className="c-activite">
        <LastSeen at={row.activiteAt} now={now} />
      </td>
      <td className="droite num c-poids">
        {bytes(row.octets)}
        <span className="sub">{t("wal", { poids: bytes(row.walOctets) })}</span>
      </td>
      <td className="num c-schema">{String(row.schemaVersion).padStart(4, "0")}</td>
      <td className="c-copie">
        <Copie row={row} now={now} />
      </td>
      <td className="c-sante">
        <SanteBadge sante={row.isSuspended ? "suspendue" : row.sante} />
      </td>
    </tr>
  );
}

/** Nobody is saved less often than every night. */
const oldMs = 26 * 3_600_000;

/** When it was last saved, and when a restore of it was last rehearsed. */
function Copie({ row, now }: { readonly row: SocieteRow; readonly now: number }) {
  const { t } = useTranslation("societes");
  const { savedAt, rehearsedAt } = row;
  if (savedAt === null) return <span className="sub">{t("jamais")}</span>;
  const isOld = now - savedAt > oldMs;
  return (
    <>
      <span className={isOld ? "num t-att" : "num"}>
        {formatInstant(savedAt)}
        {isOld && <span className="vh"> {t("ancienne")}</span>}
      </span>
      {rehearsedAt !== null && (
        <span className="sub">{t("essayee", { jour: shortDayOf(rehearsedAt) })}</span>
      )}
    </>
  );
}
