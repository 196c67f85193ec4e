import { readUsage } from "#server/abonnement/read-usage";
import { getAbonnement } from "#server/billing/get-abonnement";
import { nothing } from "../fields.ts";
import { router } from "../procedures.ts";
import { admins, everyone } from "../societe-roles.ts";

/** Paying is the administrators' affair; everybody sees what is left and what is about to happen. */
export const abonnementRouter = router({
  get: admins
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => getAbonnement(ctx.doors.control, ctx.tenant, ctx.now)),

  usage: everyone
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => {
      const mayPay = ctx.member.role === "admin";
      return readUsage(ctx.tenant, ctx.now, { mayPay });
    }),
});
