import type { AnyTRPCProcedure } from "@trpc/server";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "#server/api/root";
import { checkTotaux } from "#server/factures/check-totaux";
import { newId } from "#server/id";
import { aLigne, aSociete, type Societe } from "../support/a-societe.ts";
import { arbitraryOf } from "../support/arbitrary-of.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 100);
const folders = [
  "clients",
  "factures",
  "journal",
  "produits",
  "recherche",
  "reglements",
  "societe",
];

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>,
).filter(
  ([path, procedure]) =>
    folders.includes(path.split(".")[0] ?? "") && procedure._def.type !== "subscription",
);

/** One of each thing a société has: what random calls are to stumble upon. */
async function aWorld() {
  const societe = await aSociete();
  const { caller, clientId, anIssued, aBrouillon, aProduit } = societe;
  const { produitId } = await aProduit();
  const issued = await anIssued({ lignes: [aLigne({ produitId })] });
  const cancelled = await anIssued();
  const cancel = { factureId: cancelled.factureId, motif: "Erreur", idempotencyKey: newId() };
  const { avoirId } = await caller.factures.cancel(cancel);
  const { reglementId } = await caller.reglements.record({
    ...{ factureId: issued.factureId, amount: 10, method: "virement", receivedOn: "2026-03-02" },
    idempotencyKey: newId(),
  });
  const drafts = [await aBrouillon(), await aBrouillon()];
  const draftIds = drafts.map(({ factureId }) => factureId);
  const ids = [clientId, produitId, issued.factureId, cancelled.factureId, avoirId, reglementId];
  return { societe, ids: [...ids, ...draftIds] };
}

const tables = [
  ...["clients", "compteurs", "corrections", "effectifs", "emetteur", "emissions", "encours"],
  ...["factures", "idempotences", "lignes_facture", "marque", "produits"],
  ...["reglements", "series", "taches", "totaux_mensuels"],
];

/** A refused access is a line of its own: the refusal itself, not a change. */
const acts = sql`SELECT 'journal', count(*) FROM journal WHERE kind NOT IN ('acces.refused', 'journal.saturated')`;

/** What every change moves: rows, versions, and the lines of the journal. */
const state = ({ tenant }: Pick<Societe, "tenant">) =>
  tenant.read(async (db) => {
    const counts = tables.map((table) => sql.raw(`SELECT '${table}', count(*) FROM ${table}`));
    const versions = ["clients", "factures", "produits"].map((table) =>
      sql.raw(`SELECT '${table}', sum(version) FROM ${table}`),
    );
    return JSON.stringify(await db.all(sql.join([...counts, ...versions, acts], sql` UNION ALL `)));
  });

function callOf({ caller }: Pick<Societe, "caller">, path: string) {
  const [folder = "", verb = ""] = path.split(".");
  const procedures = caller as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  return async (input: unknown): Promise<string | null> => {
    try {
      await procedures[folder]?.[verb]?.(input);
      return null;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  };
}

const shapeOf = ({ _def }: AnyTRPCProcedure) => {
  const [input] = (_def as unknown as { inputs: z.ZodType[] }).inputs;
  return z.toJSONSchema(input ?? z.strictObject({}), { io: "input", unrepresentable: "any" });
};

test.each(procedures)(
  "random input never breaks %s, and a refusal changes nothing",
  async (path, procedure) => {
    const { societe, ids } = await aWorld();
    const call = callOf(societe, path);
    const inputs = arbitraryOf(shapeOf(procedure) as Parameters<typeof arbitraryOf>[0], ids);
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        const before = await state(societe);
        const refusal = await call(input);
        expect(refusal).not.toBe("INTERNAL_SERVER_ERROR");
        if (refusal !== null) expect(await state(societe)).toBe(before);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect((await societe.caller.journal.verify()).fault).toBeNull();
    expect(await checkTotaux(societe.tenant)).toEqual([]);
  },
);
