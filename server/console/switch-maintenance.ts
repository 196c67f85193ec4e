import type { Annonces } from "#server/annonces/create-annonces";
import { closeMaintenance, openMaintenance } from "#server/annonces/maintenance";
import { Refusal } from "#server/domain/refusal";
import type { Control } from "#server/tenancy/control";
import type { Operator } from "./operator.ts";
import { readReason } from "./read-reason.ts";
import { recordActe } from "./record-acte.ts";

type Doors = { readonly control: Control; readonly annonces: Pick<Annonces, "refresh"> };
type Asked = { readonly reason: string };

/**
 * From now on the service reads, exports and lets in, and writes nothing that people ask.
 *
 * @throws Refusal ACTE_INVALID, MAINTENANCE_UNCHANGED when it does already
 */
export function beginMaintenance(doors: Doors, asked: Asked, operator: Operator): Promise<void> {
  const reason = readReason(asked.reason);
  return switched(doors, async (tx) => {
    if (!(await openMaintenance(tx, operator.now.at))) throw new Refusal("MAINTENANCE_UNCHANGED");
    await recordActe(tx, { kind: "maintenance.begun", societeId: null, reason }, operator);
  });
}

/**
 * The service writes again.
 *
 * @throws Refusal ACTE_INVALID, MAINTENANCE_UNCHANGED
 */
export function endMaintenance(doors: Doors, asked: Asked, operator: Operator): Promise<void> {
  const reason = readReason(asked.reason);
  return switched(doors, async (tx) => {
    const since = await closeMaintenance(tx);
    if (since === null) throw new Refusal("MAINTENANCE_UNCHANGED");
    const acte = { kind: "maintenance.ended", societeId: null, reason } as const;
    await recordActe(tx, { ...acte, details: { since } }, operator);
  });
}

async function switched(
  { control, annonces }: Doors,
  work: Parameters<Control["write"]>[0],
): Promise<void> {
  await control.write(work);
  await annonces.refresh();
}
