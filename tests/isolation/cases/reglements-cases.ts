import type { StaffedSociete } from "../../support/a-staffed-societe.ts";
import type { Cases } from "../case.ts";
import { aPayment, aReglement } from "../issue.ts";

async function manyOf(of: StaffedSociete) {
  const { factureId, amount, idempotencyKey, ...common } = await aPayment(of);
  const key = idempotencyKey.slice(0, 30);
  return { ...common, reglements: [{ factureId, amount }], idempotencyKey: key };
}

export const reglementsCases: Cases = {
  "reglements.record": { own: aPayment },
  "reglements.recordMany": {
    own: manyOf,
    reaching: async ({ b }) => ({ "B's facture": await manyOf(b) }),
  },
  "reglements.reverse": {
    own: async (of) => ({ ...(await aReglement(of)), motif: `Rejet ${of.mark}` }),
  },
};
