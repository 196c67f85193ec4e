import { annonces } from "#db/control/schema/annonces";
import { newId } from "#server/id";
import type { Cases } from "../case.ts";

/** What everybody is told: nothing of a société. */
export const annoncesCases: Cases = {
  "annonces.current": { own: () => ({}) },
  "annonces.putAway": {
    async own(_, { service }) {
      const { control, clock } = service.doors;
      const annonceId = newId();
      const { at } = clock();
      const texts = { texteFr: "Bonjour à tous", texteEn: "Hello everybody" };
      await control.write((tx) =>
        tx
          .insert(annonces)
          .values({ id: annonceId, niveau: "info", ...texts, fromAt: at, createdAt: at }),
      );
      return { annonceId };
    },
  },
};
