import { z } from "zod";
import { sightOf } from "#server/factures/amounts-sight";
import { searchAll } from "#server/recherche/search-all";
import { search } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

export const rechercheRouter = router({
  all: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ q: search }))
    .query(({ ctx, input }) => searchAll(ctx.tenant, input.q, sightOf(ctx.member))),
});
