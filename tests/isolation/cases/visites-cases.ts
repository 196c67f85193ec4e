import { visites } from "#db/control/schema/visites";
import { newId } from "#server/id";
import type { StaffedSociete } from "../../support/a-staffed-societe.ts";
import type { World } from "../a-world.ts";
import type { Cases } from "../case.ts";

/** A request of the staff, to answer. */
async function aRequest(of: StaffedSociete, { service }: World): Promise<{ visiteId: string }> {
  const { control, clock } = service.doors;
  const id = newId();
  const row = { operatorId: newId(), operatorNom: "Léa Ferrand", reason: "Un doute" };
  await control.write((tx) =>
    tx.insert(visites).values({ id, societeId: of.id, ...row, askedAt: clock().at }),
  );
  return { visiteId: id };
}

export const visitesCases: Cases = {
  "visites.list": { own: () => ({}) },
  "visites.accept": {
    own: async (...of) => ({ ...(await aRequest(...of)), duree: "deux_heures" }),
  },
  "visites.refuse": { own: aRequest },
  "visites.end": { own: aRequest },
  "visites.leave": { own: () => ({}) },
};
