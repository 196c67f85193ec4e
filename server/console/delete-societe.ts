import { cancelDeletion } from "#server/cloture/cancel-deletion";
import type { ClotureDoors } from "#server/cloture/cloture-doors";
import { requestDeletion } from "#server/cloture/request-deletion";
import type { Origin } from "#server/journal/origins";
import type { SocieteId } from "#server/tenancy/tenant";
import type { ActeKind } from "./acte-kinds.ts";
import { actingOf } from "./acting-of.ts";
import { assertSociete } from "./assert-societe.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Deletion = {
  readonly societeId: SocieteId;
  readonly reason: string;
  readonly origin: Origin;
};

/**
 * Ask for a société to be destroyed in thirty days, as its own administrator would: they are told, and may take it back.
 *
 * @param nom the société's name, typed to confirm
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, and those of `requestDeletion`
 */
export async function deleteSociete(
  doors: ClotureDoors,
  { nom, reason: typed, ...where }: Deletion & { readonly nom: string },
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  await doors.control.read((db) => assertSociete(db, where.societeId));
  await requestDeletion(doors, { nom }, actingOf(where, operator));
  await tell(doors, { ...where, kind: "societe.deletion_asked", reason }, operator);
}

/**
 * Take a deletion back, whoever asked for it.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND, CLOTURE_NOT_ASKED
 */
export async function keepSociete(
  doors: ClotureDoors,
  { reason: typed, ...where }: Deletion,
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  await doors.control.read((db) => assertSociete(db, where.societeId));
  await cancelDeletion(doors, actingOf(where, operator));
  await tell(doors, { ...where, kind: "societe.deletion_cancelled", reason }, operator);
}

type Told = {
  readonly societeId: SocieteId;
  readonly kind: ActeKind;
  readonly reason: string;
};

/** After the use case, which audits by itself in its own transaction. */
const tell = ({ control }: ClotureDoors, { kind, societeId, reason }: Told, operator: Operator) =>
  control.write((tx) => recordActe(tx, { kind, societeId, reason }, operator));
