import { z } from "zod";
import { searchAll } from "#server/recherche/search-all";
import { search } from "../fields.ts";
import { router } from "../procedures.ts";
import { everyone } from "../societe-roles.ts";

export const rechercheRouter = router({
  all: everyone
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ q: search }))
    .query(({ ctx, input }) => searchAll(ctx.tenant, input.q)),
});
