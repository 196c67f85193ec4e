import { z } from "zod";
import { natures } from "#server/domain/facture";
import { UNIT_PRICE_MAX } from "#server/domain/field-limits";
import { archiveProduit } from "#server/produits/archive-produit";
import { createProduit } from "#server/produits/create-produit";
import { getProduit } from "#server/produits/get-produit";
import { listProduits, produitSorts } from "#server/produits/list-produits";
import { suggestProduits } from "#server/produits/suggest-produits";
import { updateProduit } from "#server/produits/update-produit";
import { ProduitSelectionInput } from "../archivable-input.ts";
import { byOf } from "../by-of.ts";
import { eachApart } from "../each-apart.ts";
import {
  basisPoints,
  batchMax,
  cursor,
  direction,
  field,
  id,
  line,
  lines,
  search,
  version,
} from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const ProduitInput = z.strictObject({
  reference: field("reference").default(""),
  designation: field("designation"),
  description: lines(2_000).default(""),
  unit: line(3).default("C62"),
  unitPriceHt: z.int().min(0).max(UNIT_PRICE_MAX),
  rate: basisPoints,
  nature: z.enum(natures),
});

const ProduitRefs = z.strictObject({
  produitIds: z.array(id).min(1).max(batchMax),
  isArchived: z.boolean(),
});
const ProduitRef = z.strictObject({ produitId: id });

const ProduitQuery = z.strictObject({
  q: search.default(""),
  sort: z.enum(produitSorts).default("designation"),
  dir: direction.default("asc"),
  cursor: cursor.default(null),
  isArchived: z.boolean().default(false),
});

export const produitsRouter = router({
  list: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(ProduitQuery)
    .query(({ ctx, input }) => listProduits(ctx.tenant, input)),

  suggest: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ q: search }))
    .query(({ ctx, input }) => suggestProduits(ctx.tenant, input.q)),

  get: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(ProduitRef)
    .query(({ ctx, input }) => getProduit(ctx.tenant, input.produitId)),

  create: societeProcedure("produits.write")
    .meta({ foreign: "OWN" })
    .input(ProduitInput)
    .mutation(({ ctx, input }) => createProduit(ctx.tenant, input, byOf(ctx))),

  update: societeProcedure("produits.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ProduitRef.extend({ version, produit: ProduitInput }))
    .mutation(({ ctx, input }) => updateProduit(ctx.tenant, input, byOf(ctx))),

  archive: societeProcedure("produits.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ProduitRef)
    .mutation(({ ctx, input }) =>
      archiveProduit(ctx.tenant, { ...input, isArchived: true }, byOf(ctx)),
    ),

  unarchive: societeProcedure("produits.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ProduitRef)
    .mutation(({ ctx, input }) =>
      archiveProduit(ctx.tenant, { ...input, isArchived: false }, byOf(ctx)),
    ),

  /** For the download route: may these be taken away? Their rows are then streamed. */
  export: societeProcedure("exports")
    .meta({ foreign: "OWN", limit: "export" })
    .input(ProduitSelectionInput)
    .query(({ ctx, input }) => ({ societeId: ctx.tenant.societeId, selection: input })),

  /** Several, each an act of its own: out of the lists, or back. */
  archiveMany: societeProcedure("produits.write")
    .meta({ foreign: "OWN" })
    .input(ProduitRefs)
    .mutation(({ ctx, input: { produitIds, isArchived } }) =>
      eachApart(ctx, { path: "produits.archiveMany", things: produitIds }, (produitId) =>
        archiveProduit(ctx.tenant, { produitId, isArchived }, byOf(ctx)),
      ),
    ),
});
