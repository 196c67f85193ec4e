import { z } from "zod";
import { AMOUNT_MAX } from "#server/domain/field-limits";
import { reglementMethods } from "#server/domain/reglement";
import { recordReglement } from "#server/reglements/record-reglement";
import { reverseReglement } from "#server/reglements/reverse-reglement";
import { assertShown } from "../assert-shown.ts";
import { byOf } from "../by-of.ts";
import { eachApart } from "../each-apart.ts";
import { batchMax, day, field, id, idempotencyKey } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const Reglement = z.strictObject({
  factureId: id,
  sens: z.enum(["encaissement", "remboursement"]).default("encaissement"),
  amount: z.int().min(1).max(AMOUNT_MAX),
  method: z.enum(reglementMethods),
  receivedOn: day,
  reference: field("reference").default(""),
  idempotencyKey,
});

const { factureId, amount } = Reglement.shape;

/** The same payment on several factures, in full or in part for each. */
const Reglements = Reglement.omit({ factureId: true, amount: true, sens: true }).extend({
  reglements: z.array(z.strictObject({ factureId, amount })).min(1).max(batchMax),
  /** Each line has its own, made of it: a call sent twice records once. */
  idempotencyKey: z.string().regex(/^[A-Za-z0-9_-]{8,31}$/),
});

const Reversal = z.strictObject({ reglementId: id, motif: field("motif").min(1) });

export const reglementsRouter = router({
  record: societeProcedure("reglements.record")
    .meta({ foreign: "NOT_FOUND" })
    .input(Reglement)
    .mutation(({ ctx, input }) => recordReglement(ctx.tenant, input, byOf(ctx))),

  /** Each an act of its own, answered line by line. */
  recordMany: societeProcedure("reglements.record")
    .meta({ foreign: "OWN" })
    .input(Reglements)
    .mutation(({ ctx, input: { reglements, idempotencyKey: key, ...common } }) =>
      eachApart(ctx, { path: "reglements.recordMany", things: reglements }, async (one) => {
        await assertShown(ctx, one);
        const idempotencyKey = `${key}-${one.factureId}`;
        const reglement = { ...common, ...one, sens: "encaissement", idempotencyKey } as const;
        return recordReglement(ctx.tenant, reglement, byOf(ctx));
      }),
    ),

  reverse: societeProcedure("reglements.record")
    .meta({ foreign: "NOT_FOUND" })
    .input(Reversal)
    .mutation(({ ctx, input }) => reverseReglement(ctx.tenant, input, byOf(ctx))),
});
