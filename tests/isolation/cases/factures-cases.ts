import { encodeCursor } from "#server/recherche/keyset";
import type { StaffedSociete } from "../../support/a-staffed-societe.ts";
import { aContent, aLigne } from "../../support/facture-fixtures.ts";
import type { World } from "../a-world.ts";
import type { Case, Cases } from "../case.ts";
import {
  aBrouillon,
  aCancellation,
  aClient,
  aCredit,
  aKey,
  anIssuedFacture,
  aProduit,
  content,
  onlyRef,
} from "../issue.ts";

/** A sheet of A's that names one thing of B's. */
async function smuggled({ a, b }: World) {
  const { clientId } = await aClient(a);
  const { produitId } = await aProduit(b);
  return {
    "A's sheet on B's client": aContent({ ...(await aClient(b)), lignes: [aLigne()] }),
    "A's sheet with B's produit": aContent({ clientId, lignes: [aLigne({}, { produitId })] }),
  };
}

const sheets = async (world: World, around: () => Promise<object>) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(await smuggled(world)).map(
        async ([attack, sheet]) => [attack, { ...(await around()), content: sheet }] as const,
      ),
    ),
  );

const aPageOn = async (of: StaffedSociete) => ({
  ...onlyRef(await aBrouillon(of)),
  pageId: "0".repeat(32),
});

const issued: Case = { own: async (of) => onlyRef(await anIssuedFacture(of)) };

const ofB = async ({ b }: World) => ({
  "B's document": { ids: [(await anIssuedFacture(b)).factureId] },
  "B's client": await aClient(b),
  "B's name": { q: b.mark },
});

export const facturesCases: Cases = {
  "factures.list": {
    own: () => ({}),
    reaching: async ({ b }) => {
      const { factureId, number } = await anIssuedFacture(b);
      return {
        "B's number": { q: number },
        "B's name": { q: b.mark },
        "B's client": await aClient(b),
        "a cursor on B's row": { cursor: encodeCursor(["2026-01-01", 1, factureId]) },
      };
    },
  },
  "factures.export": {
    own: () => ({}),
    reaching: async ({ b }) => ({ "B's client": await aClient(b), "B's name": { q: b.mark } }),
  },
  "factures.totals": { own: () => ({}), reaching: ofB },
  "factures.selected": { own: () => ({}), reaching: ofB },
  "factures.zip": { own: () => ({}) },
  "factures.discardMany": {
    own: async (of) => ({ factureIds: [(await aBrouillon(of)).factureId] }),
    reaching: async ({ b }) => ({
      "B's brouillon": { factureIds: [(await aBrouillon(b)).factureId] },
    }),
  },
  "factures.summary": { own: () => ({}) },
  "factures.numbers": { own: () => ({ exercice: 2026 }) },
  "factures.get": {
    ...issued,
    reaching: async ({ b }) => ({ "B's brouillon": onlyRef(await aBrouillon(b)) }),
  },
  "factures.document": issued,
  "factures.check": { own: async (of) => onlyRef(await aBrouillon(of)) },
  "factures.preview": { own: async (of) => onlyRef(await aBrouillon(of)) },
  "factures.presences": { own: aPageOn },
  "factures.signalPresence": { own: aPageOn },
  "factures.draft": {
    own: async (of) => ({ content: await content(of) }),
    reaching: async (world) => ({
      "an empty sheet for B's client": await aClient(world.b),
      ...(await sheets(world, async () => ({}))),
    }),
  },
  "factures.update": {
    own: async (of) => ({ ...(await aBrouillon(of)), content: await content(of) }),
    reaching: (world) => sheets(world, () => aBrouillon(world.a)),
  },
  "factures.discard": { own: async (of) => onlyRef(await aBrouillon(of)) },
  "factures.duplicate": issued,
  "factures.issue": { own: async (of) => ({ ...(await aBrouillon(of)), ...aKey() }) },
  "factures.issueContent": {
    own: async (of) => ({ content: await content(of), ...aKey() }),
    reaching: (world) => sheets(world, async () => aKey()),
  },
  "factures.cancel": { own: aCancellation },
  "factures.credit": { own: aCredit },
};
