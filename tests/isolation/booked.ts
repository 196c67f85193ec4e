import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { reglages } from "#db/control/schema/reglages";
import { newId } from "#server/id";
import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import type { World } from "./a-world.ts";
import { anIssuedFacture } from "./issue.ts";

/** A document the éditeur issued to this société for its subscription. The éditeur's books hold those of all sociétés. */
export async function aBookedFacture({ service, editeur }: World, payer: StaffedSociete) {
  const issued = await anIssuedFacture(editeur);
  const { factureId, number } = issued;
  await service.doors.control.write(async (tx) => {
    const declared = { key: "editeur", value: editeur.id, at: 0 };
    await tx.insert(reglages).values(declared).onConflictDoNothing();
    await tx.insert(facturesEditeur).values({
      ...{ stripeId: newId(), kind: "facture", status: "issued" },
      ...{ societeId: payer.id, factureId, number, nextAt: 0, createdAt: 0 },
    });
  });
  return issued;
}
