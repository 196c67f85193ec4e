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
import { isAllowed } from "#server/domain/permissions";
import { assertBillable } from "#server/editeur/assert-billable";
import { getBooked, listBooked } from "#server/editeur/booked-documents";
import { id, nothing } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const PlanRef = z.strictObject({ planCode: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) });
const FactureRef = z.strictObject({ factureId: id });

/** Acts of the administrators on what only concerns their own société. */
const paying = societeProcedure("abonnement.manage").meta({
  foreign: "OWN",
  limit: "heavy",
  whileSuspended: true,
});
/** The accountant files what the société paid. */
const readers = societeProcedure("abonnement.factures");

/** Paying is the administrators' affair; everybody sees what is left and what is about to happen. */
export const abonnementRouter = router({
  get: societeProcedure("abonnement.manage")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => getAbonnement(ctx.doors.control, ctx.tenant, ctx.now)),

  usage: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => {
      const mayPay = isAllowed(ctx.member, "abonnement.manage");
      return readUsage(ctx.tenant, ctx.now, { mayPay });
    }),

  checkout: paying.input(PlanRef).mutation(async ({ ctx, input }) => {
    await assertBillable(ctx.tenant);
    return openCheckout(ctx.doors.billing, { ...ctx.member, ...input });
  }),

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

  /** What the éditeur issued to this société for its subscription. */
  factures: readers
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => listBooked(ctx.doors, ctx.member.societeId)),

  /** For the download route: one of them. */
  document: readers
    .meta({ foreign: "NOT_FOUND", limit: "document" })
    .input(FactureRef)
    .query(({ ctx, input }) => {
      const { societeId } = ctx.member;
      return getBooked(ctx.doors, { societeId, ...input });
    }),
});
