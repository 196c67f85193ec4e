import type { Case, Cases } from "../case.ts";
import { produit } from "../furnish.ts";
import { aProduit } from "../issue.ts";

const search: Case = {
  own: ({ mark }) => ({ q: mark }),
  reaching: async ({ b }) => ({
    "a search for B's name": { q: b.mark },
    "a search for B's reference": { q: b.mark.slice(0, 4) },
    "a search for B's id": { q: (await aProduit(b)).produitId },
  }),
};

export const produitsCases: Cases = {
  "produits.list": search,
  "produits.suggest": search,
  "produits.get": { own: aProduit },
  "produits.create": { own: (of) => produit(of, 7) },
  "produits.update": {
    own: async (of) => ({ ...(await aProduit(of)), version: 1, produit: produit(of, 8) }),
  },
  "produits.export": {
    own: () => ({}),
    reaching: async ({ b }) => ({
      "B's name": { q: b.mark },
      "B's own": { ids: [(await aProduit(b)).produitId] },
    }),
  },
  "produits.archiveMany": {
    own: async (of) => ({ produitIds: [(await aProduit(of)).produitId], isArchived: true }),
    reaching: async ({ b }) => ({
      "B's produit": { produitIds: [(await aProduit(b)).produitId], isArchived: true },
    }),
  },
  "produits.archive": { own: aProduit },
  "produits.unarchive": {
    own: async (of) => {
      const ref = await aProduit(of);
      await of.call("produits.archive", ref);
      return ref;
    },
  },
};
