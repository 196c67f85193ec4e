import { Link } from "@remix-run/react";
import { Banknote, Download } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { daysBetween } from "#server/domain/calendar";
import type { Colonne } from "#server/domain/liste";
import type { SettlementStatus } from "#server/domain/settlement";
import { formatDay, formatEuros } from "../../formats";
import { remembered } from "../../static-markup";
import type { RouterOutputs } from "../../trpc";
import { CycleBadge, SettlementBadge, useBadgeLabels } from "../facture-badges/badges";
import { ChoiceCell } from "../selection/choice-cell";

export type ListedFacture = RouterOutputs["factures"]["list"]["rows"][number];

/** Asked once for the list, not for each of its rows. */
type RowWords = ReturnType<typeof useBadgeLabels> &
  Readonly<
    Record<"language" | "sansNumero" | "avoir" | "sansClient" | "masque" | "choisir", string>
  >;

export function useRowWords(): RowWords {
  const { t, i18n } = useTranslation(["factures", "commun", "listes"]);
  return {
    ...useBadgeLabels(),
    language: i18n.language,
    sansNumero: t("liste.sansNumero"),
    sansClient: t("liste.sansClient"),
    avoir: t("type.avoir"),
    masque: t("commun:montantMasque"),
    choisir: t("listes:selection.choisir", { nom: "" }),
  };
}

type Cycle = Parameters<typeof CycleBadge>[0]["cycle"];

type Props = {
  readonly row: ListedFacture;
  readonly words: RowWords;
  readonly today: string;
  /** Under the pointer, or holding the focus: shows its actions. */
  readonly isActive: boolean;
  readonly canRecord: boolean;
  readonly isSelected: boolean;
  /** The columns that stand, as one word each. */
  readonly colonnes: readonly Colonne<"factures">[];
};

/** One row, as lean as it can be: its link covers it whole, its actions exist only where one is. */
const Row = memo(function FactureRow(props: Props) {
  const { row, words } = props;
  const { id, type, status, number, clientNom, totalTtc } = row;
  const isDraft = status === "brouillon";
  const cycle = row.isCancelled ? "annulee" : status;
  return (
    <tr data-cycle={cycle} data-id={id} aria-selected={props.isSelected || undefined}>
      <ChoiceCell label={words.choisir + nameOf(row, words)} isSelected={props.isSelected} />
      <td className="c-num num">
        <a
          className={isDraft ? "indice rang-lien" : "rang-lien"}
          data-lien="page"
          href={isDraft ? `/factures/${id}/modifier` : `/factures/${id}`}
        >
          {number ?? words.sansNumero}
        </a>
      </td>
      <td className={clientNom ? "c-client" : "c-client indice"}>
        {clientNom || words.sansClient}
      </td>
      <MiddleCells {...props} />
      <td className="c-montant droite montant">
        {totalTtc === null ? words.masque : formatEuros(type === "avoir" ? -totalTtc : totalTtc)}
      </td>
      <LastCells {...props} cycle={cycle} />
    </tr>
  );
});

const nameOf = ({ number, clientNom }: ListedFacture, words: RowWords): string =>
  number ?? (clientNom || words.sansNumero);

const MiddleCells = ({ row, colonnes }: Props) => (
  <>
    {colonnes.includes("objet") && <td className="c-objet doux">{row.subject}</td>}
    {colonnes.includes("date") && <td className="c-date num doux">{dayOf(row.issuedOn)}</td>}
    {colonnes.includes("echeance") && <td className="c-ech num doux">{dayOf(row.dueOn)}</td>}
  </>
);

/** What is still due and where it stands; the row's actions lie over the last cell, whichever it is. */
function LastCells(props: Props & { readonly cycle: Cycle }) {
  const { row, words, colonnes, cycle } = props;
  const { type, settlement } = row;
  const actions = props.isActive && row.status !== "brouillon" && <RowActions {...props} />;
  return (
    <>
      {colonnes.includes("reste") && (
        <td className="c-reste droite num">{resteOf(settlement?.reste)}</td>
      )}
      {colonnes.includes("reglement") && (
        <td className="c-reg">
          {settlement && <Settlement {...props} status={settlement.status} />}
        </td>
      )}
      {colonnes.includes("etat") ? (
        <td className="c-cycle cadrage">
          <CycleBadge cycle={cycle} label={type === "avoir" ? words.avoir : words.cycle(cycle)} />
          {actions}
        </td>
      ) : (
        <td className="c-actions cadrage">{actions}</td>
      )}
    </>
  );
}

/** The server remembers a row that has not changed. */
export const FactureRow = remembered(Row, (props) => {
  const { row, words, today, colonnes } = props;
  if (props.isActive || props.isSelected) return null;
  return JSON.stringify([words.language, today, colonnes, row]);
});

const resteOf = (reste: number | null = 0) =>
  reste !== null && reste > 0 ? formatEuros(reste) : "—";
const dayOf = (day: string | null) => (day === null ? "—" : formatDay(day));

/** Nothing beside « annulée »: the cycle says it. */
function Settlement({ row, words, today, status }: Props & { readonly status: SettlementStatus }) {
  if (status === "annulee") return null;
  const late = status === "en_retard" && row.dueOn !== null ? daysBetween(row.dueOn, today) : 0;
  return <SettlementBadge status={status} label={words.settlement(status, late)} />;
}

function RowActions({ row, canRecord }: Props) {
  const { t } = useTranslation("factures");
  const { id, number, totalTtc, settlement } = row;
  const numero = number ?? "";
  if (totalTtc === null) return null; // nothing of it may be opened
  const isPayable = canRecord && (settlement?.reste ?? 0) > 0;
  return (
    <div className="actions-rang">
      {isPayable && (
        <Link
          className="bouton bouton--discret bouton--petit bouton--icone"
          to={`/factures/${id}?acte=reglement`}
          aria-label={t("liste.encaisser", { numero })}
          title={t("liste.encaisser", { numero })}
        >
          <Banknote className="ic" aria-hidden />
        </Link>
      )}
      <a
        className="bouton bouton--discret bouton--petit bouton--icone"
        href={`/factures/${id}.pdf`}
        aria-label={t("liste.telecharger", { numero })}
        title={t("liste.telecharger", { numero })}
      >
        <Download className="ic" aria-hidden />
      </a>
    </div>
  );
}
