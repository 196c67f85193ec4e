import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { assertSociete } from "./assert-societe.ts";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

/**
 * Keep what the staff learnt about a société, in its timeline and in the platform's journal.
 *
 * @throws Refusal ACTE_INVALID, SOCIETE_NOT_FOUND
 */
export async function noteSociete(
  control: Control,
  { societeId, reason: typed }: { readonly societeId: SocieteId; readonly reason: string },
  operator: Operator,
): Promise<void> {
  const reason = readReason(typed);
  await control.write(async (tx) => {
    await assertSociete(tx, societeId);
    await recordActe(tx, { kind: "societe.noted", societeId, reason }, operator);
  });
}
