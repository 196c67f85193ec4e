import { z } from "zod";
import { readUsage } from "#server/abonnement/read-usage";
import { cancelAbonnement, resumeAbonnement } from "#server/billing/cancel-abonnement";
import { changePlan } from "#server/billing/change-plan";
import { getAbonnement } from "#server/billing/get-abonnement";
import { listStripeInvoices } from "#server/billing/list-stripe-invoices";
import { openCheckout } from "#server/billing/open-checkout";
import { openPortal } from "#server/billing/open-portal";
import { previewChange } from "#server/billing/preview-change";
import { refreshAbonnement } from "#server/billing/refresh-abonnement";
import { nothing } from "../fields.ts";
import { router } from "../procedures.ts";
import { admins, everyone } from "../societe-roles.ts";

const PlanRef = z.strictObject({ planCode: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) });

/** Acts of the administrators on what only concerns their own société. */
const paying = admins.meta({ foreign: "OWN" });

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

  checkout: paying
    .input(PlanRef)
    .mutation(({ ctx, input }) => openCheckout(ctx.doors.billing, { ...ctx.member, ...input })),

  portal: paying
    .input(nothing)
    .mutation(({ ctx }) => openPortal(ctx.doors.billing, ctx.member.societeId)),

  previewChange: paying
    .input(PlanRef)
    .query(({ ctx, input }) => previewChange(ctx.doors.billing, { ...ctx.member, ...input })),

  change: paying
    .input(PlanRef)
    .mutation(({ ctx, input }) => changePlan(ctx.doors.billing, { ...ctx.member, ...input })),

  cancel: paying
    .input(nothing)
    .mutation(({ ctx }) => cancelAbonnement(ctx.doors.billing, ctx.member.societeId)),

  resume: paying
    .input(nothing)
    .mutation(({ ctx }) => resumeAbonnement(ctx.doors.billing, ctx.member.societeId)),

  refresh: paying
    .input(nothing)
    .mutation(({ ctx }) => refreshAbonnement(ctx.doors.billing, ctx.member.societeId)),

  invoices: paying
    .input(nothing)
    .query(({ ctx }) => listStripeInvoices(ctx.doors.billing, ctx.member.societeId)),
});
