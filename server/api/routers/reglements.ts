import { z } from "zod";
import { AMOUNT_MAX } from "#server/domain/field-limits";
import { reglementMethods } from "#server/domain/reglement";
import { recordReglement } from "#server/reglements/record-reglement";
import { reverseReglement } from "#server/reglements/reverse-reglement";
import { byOf } from "../by-of.ts";
import { day, field, id, idempotencyKey } from "../fields.ts";
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

const Reversal = z.strictObject({ reglementId: id, motif: field("motif").min(1) });

export const reglementsRouter = router({
  record: societeProcedure("reglements.record")
    .meta({ foreign: "NOT_FOUND" })
    .input(Reglement)
    .mutation(({ ctx, input }) => recordReglement(ctx.tenant, input, byOf(ctx))),

  reverse: societeProcedure("reglements.record")
    .meta({ foreign: "NOT_FOUND" })
    .input(Reversal)
    .mutation(({ ctx, input }) => reverseReglement(ctx.tenant, input, byOf(ctx))),
});
