import type { Ajustement } from "#server/domain/facture";
import { type EditedRemise, editedRemise } from "./edited-number";

/** A discount or a charge, on the whole document or on one ligne, as typed. `key` lives in the page only. */
export type EditedAjustement = {
  readonly key: string;
  readonly sens: Ajustement["sens"];
  readonly valeur: EditedRemise;
  readonly motif: string;
};

/** What the document says when nothing better is typed: a reason is compulsory (BR-33, BR-38). */
const plainMotif = { remise: "Remise", frais: "Frais" } as const;

/** A reason nobody chose shows as an empty field. */
export const typedMotif = ({ sens, motif }: Ajustement) =>
  motif === plainMotif[sens] ? "" : motif;

export const editedAjustement = (ajustement: Ajustement, key: string): EditedAjustement => ({
  key,
  sens: ajustement.sens,
  valeur: editedRemise(ajustement),
  motif: typedMotif(ajustement),
});

/** None while its value is empty or zero. */
export function ajustementOf({
  sens,
  valeur,
  motif,
}: Omit<EditedAjustement, "key">): readonly Ajustement[] {
  if (!valeur.value || valeur.value.valeur <= 0) return [];
  return [{ sens, ...valeur.value, motif: motif.trim() || plainMotif[sens] }];
}

/**
 * Path of each row as the checks name it: `ajustements.1` is the second that counts. A row that does not count yet has a
 * path of its own.
 *
 * @param owner what comes before `ajustements`, with its dot
 * @param before how many of the same owner count before these
 */
export function ajustementPaths(
  rows: readonly EditedAjustement[],
  owner = "",
  before = 0,
): readonly string[] {
  let counted = before;
  return rows.map((row) => {
    const place = ajustementOf(row).length > 0 ? counted++ : row.key;
    return `${owner}ajustements.${place}`;
  });
}
