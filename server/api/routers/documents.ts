import { z } from "zod";
import { getDocument } from "#server/archives/get-document";
import { id } from "../fields.ts";
import { router } from "../procedures.ts";
import { everyone } from "../societe-roles.ts";

export const documentsRouter = router({
  /** What `/factures/:id.pdf` and `.xml` ask before they send a byte. */
  get: everyone
    .meta({ foreign: "NOT_FOUND" })
    .input(z.strictObject({ factureId: id }))
    .query(({ ctx, input }) => getDocument(ctx.tenant, input.factureId)),
});
