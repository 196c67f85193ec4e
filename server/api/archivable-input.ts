import { z } from "zod";
import { clientTypes } from "#server/domain/client";
import { tickedMax } from "#server/domain/selection-limits";
import { id, search } from "./fields.ts";

/** Which produits are taken away. */
export const ProduitSelectionInput = z.strictObject({
  ids: z.array(id).min(1).max(tickedMax).nullable().default(null),
  q: search.default(""),
  etat: z.enum(["actifs", "archives"]).nullable().default(null),
});

/** Which clients are. */
export const ClientSelectionInput = ProduitSelectionInput.extend({
  type: z.enum(clientTypes).nullable().default(null),
});
