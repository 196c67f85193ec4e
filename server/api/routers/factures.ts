import { z } from "zod";
import { factureTypes } from "#server/domain/facture";
import { sightOf } from "#server/factures/amounts-sight";
import { cancelFacture } from "#server/factures/cancel-facture";
import { checkFacture } from "#server/factures/check-facture";
import { creditPart } from "#server/factures/credit-facture";
import { discardFacture } from "#server/factures/discard-facture";
import { draftFacture } from "#server/factures/draft-facture";
import { duplicateFacture } from "#server/factures/duplicate-facture";
import { getDocument } from "#server/factures/get-document";
import { getFacture } from "#server/factures/get-facture";
import { issueContent } from "#server/factures/issue-content";
import { issueFacture } from "#server/factures/issue-facture";
import { listDocuments } from "#server/factures/list-documents";
import { listFactures } from "#server/factures/list-factures";
import { listNumbers } from "#server/factures/list-numbers";
import { listPresences } from "#server/factures/list-presences";
import { previewFacture } from "#server/factures/preview-facture";
import { selectFactures } from "#server/factures/select-factures";
import { signalPresence } from "#server/factures/signal-presence";
import { summarizeFactures } from "#server/factures/summarize-factures";
import { totalFactures } from "#server/factures/total-factures";
import { updateFacture } from "#server/factures/update-facture";
import { assertShown } from "../assert-shown.ts";
import { byOf } from "../by-of.ts";
import { eachApart } from "../each-apart.ts";
import {
  CreditInput,
  FactureContentInput,
  FactureQueryInput,
  FactureSelectionInput,
} from "../facture-input.ts";
import { batchMax, field, id, idempotencyKey, month, version } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const FactureRef = z.strictObject({ factureId: id });
const FactureRefs = z.strictObject({ factureIds: z.array(id).min(1).max(batchMax) });
const Draft = z.strictObject({
  clientId: id.nullable().default(null),
  content: FactureContentInput.nullable().default(null),
});
const Update = FactureRef.extend({ version, content: FactureContentInput });
const Issue = FactureRef.extend({ version, idempotencyKey });
const OnPage = FactureRef.extend({ pageId: id });
/** Where a page writes: `subject`, `lignes.3.quantity`. */
const sheetField = z.string().regex(/^[a-zA-Z]{1,30}(?:\.\w{1,30}){0,4}$/);
const Signal = OnPage.extend({
  field: sheetField.nullable().default(null),
  isLeaving: z.boolean().default(false),
});
const IssueContent = z.strictObject({ content: FactureContentInput, idempotencyKey });
const Credit = FactureRef.extend({ ...CreditInput.shape, idempotencyKey });
const Cancel = FactureRef.extend({ motif: field("motif").trim().min(1), idempotencyKey });

const Period = z.strictObject({ fromMonth: month, untilMonth: month });

const NumbersQuery = z.strictObject({
  serie: z.enum(factureTypes).default("facture"),
  exercice: z.int().min(0).max(2_099),
  afterRang: z.int().min(0).default(0),
});

export const facturesRouter = router({
  list: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(FactureQueryInput)
    .query(({ ctx, input }) =>
      listFactures(ctx.tenant, { ...input, sight: sightOf(ctx.member) }, ctx.now),
    ),

  summary: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(Period)
    .query(({ ctx, input }) =>
      summarizeFactures(ctx.tenant, { ...input, sight: sightOf(ctx.member) }, ctx.now),
    ),

  numbers: societeProcedure("exports")
    .meta({ foreign: "OWN" })
    .input(NumbersQuery)
    .query(({ ctx, input }) => listNumbers(ctx.tenant, input)),

  get: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(FactureRef)
    .query(({ ctx, input }) => getFacture(ctx.tenant, input.factureId, ctx.now)),

  /** For the download route: the XML as sent, and whose file it is. */
  document: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND", limit: "document" })
    .input(FactureRef)
    .query(({ ctx, input }) => getDocument(ctx.tenant, input.factureId)),

  check: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(FactureRef)
    .query(({ ctx, input }) => checkFacture(ctx.tenant, input.factureId, ctx.now)),

  /** For the download route: may this list be taken away? Its rows are then streamed. */
  export: societeProcedure("exports")
    .meta({ foreign: "OWN", limit: "export" })
    .input(FactureSelectionInput)
    .query(({ ctx, input }) => ({
      societeId: ctx.tenant.societeId,
      selection: { ...input, sight: sightOf(ctx.member) },
    })),

  /** For the preview beside the editor, drawn by the renderer of the documents. */
  preview: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND", limit: "sample" })
    .input(FactureRef)
    .query(({ ctx, input }) => previewFacture(ctx.tenant, input.factureId, ctx.now)),

  /** Who else has this brouillon open; `facture.presence` on the stream says when to ask again. */
  presences: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(OnPage)
    .query(({ ctx, input }) => listPresences(ctx.tenant, input, ctx.member.userId)),

  signalPresence: societeProcedure("factures.draft")
    .meta({ foreign: "NOT_FOUND" })
    .input(Signal)
    .mutation(({ ctx, input }) => signalPresence(ctx.tenant, input, ctx.member)),

  /** What a selection comes to. */
  totals: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(FactureSelectionInput)
    .query(({ ctx, input }) =>
      totalFactures(ctx.tenant, { ...input, sight: sightOf(ctx.member) }, ctx.now),
    ),

  /** The documents of a selection, one by one, to act on them. */
  selected: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(FactureSelectionInput)
    .query(({ ctx, input }) =>
      selectFactures(ctx.tenant, { ...input, sight: sightOf(ctx.member) }, ctx.now),
    ),

  /** For the download route: the files of a selection. */
  zip: societeProcedure("exports")
    .meta({ foreign: "OWN", limit: "export" })
    .input(FactureSelectionInput)
    .query(async ({ ctx, input }) => ({
      societeId: ctx.tenant.societeId,
      documents: await listDocuments(ctx.tenant, { ...input, sight: sightOf(ctx.member) }, ctx.now),
    })),

  draft: societeProcedure("factures.draft")
    .meta({ foreign: "NOT_FOUND" })
    .input(Draft)
    .mutation(({ ctx, input }) => draftFacture(ctx.tenant, input, byOf(ctx))),

  update: societeProcedure("factures.draft")
    .meta({ foreign: "NOT_FOUND" })
    .input(Update)
    .mutation(({ ctx, input }) => updateFacture(ctx.tenant, input, byOf(ctx))),

  discard: societeProcedure("factures.draft")
    .meta({ foreign: "NOT_FOUND" })
    .input(FactureRef)
    .mutation(({ ctx, input }) => discardFacture(ctx.tenant, input.factureId, byOf(ctx))),

  /** Several brouillons, each an act of its own. */
  discardMany: societeProcedure("factures.draft")
    .meta({ foreign: "OWN" })
    .input(FactureRefs)
    .mutation(({ ctx, input }) =>
      eachApart(
        ctx,
        { path: "factures.discardMany", things: input.factureIds },
        async (factureId) => {
          await assertShown(ctx, { factureId });
          return discardFacture(ctx.tenant, factureId, byOf(ctx));
        },
      ),
    ),

  duplicate: societeProcedure("factures.draft")
    .meta({ foreign: "NOT_FOUND" })
    .input(FactureRef)
    .mutation(({ ctx, input }) => duplicateFacture(ctx.tenant, input.factureId, byOf(ctx))),

  issue: societeProcedure("factures.issue")
    .meta({ foreign: "NOT_FOUND" })
    .input(Issue)
    .mutation(async ({ ctx, input }) => {
      const issued = await issueFacture(ctx.tenant, input, byOf(ctx));
      ctx.doors.renderJobs.wake(ctx.member.societeId);
      ctx.doors.entitlementJobs.noteIssue(ctx.member.societeId);
      return issued;
    }),

  /** Written and issued in one act, all or nothing. */
  issueContent: societeProcedure("factures.issue")
    .meta({ foreign: "NOT_FOUND" })
    .input(IssueContent)
    .mutation(async ({ ctx, input }) => {
      const issued = await issueContent(ctx.tenant, input, byOf(ctx));
      ctx.doors.renderJobs.wake(ctx.member.societeId);
      ctx.doors.entitlementJobs.noteIssue(ctx.member.societeId);
      return issued;
    }),

  cancel: societeProcedure("factures.issue")
    .meta({ foreign: "NOT_FOUND" })
    .input(Cancel)
    .mutation(async ({ ctx, input }) => {
      const cancelled = await cancelFacture(ctx.tenant, input, byOf(ctx));
      ctx.doors.renderJobs.wake(ctx.member.societeId);
      return cancelled;
    }),

  /** An avoir of a part: chosen quantities, or amounts. */
  credit: societeProcedure("factures.issue")
    .meta({ foreign: "NOT_FOUND" })
    .input(Credit)
    .mutation(async ({ ctx, input }) => {
      const credited = await creditPart(ctx.tenant, input, byOf(ctx));
      ctx.doors.renderJobs.wake(ctx.member.societeId);
      return credited;
    }),
});
