import { z } from "zod";
import { colonnesOf, listes } from "#server/domain/liste";
import { deleteVue } from "#server/listes/delete-vue";
import { getListe } from "#server/listes/get-liste";
import { saveVue } from "#server/listes/save-vue";
import { setColonnes, setFirstVue } from "#server/listes/set-reglages";
import { updateVue } from "#server/listes/update-vue";
import { byOf } from "../by-of.ts";
import { id, line } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const liste = z.enum(listes);
const nom = line(60).trim().min(1, { error: "REQUIRED" });
const recherche = line(1_000);

const Place = z.strictObject({ liste });
const NewVue = z.strictObject({ liste, nom, recherche, isShared: z.boolean().default(false) });
const VueRef = z.strictObject({ vueId: id });
const Update = VueRef.extend({ nom, isShared: z.boolean(), recherche: recherche.nullable() });
const First = z.strictObject({ liste, vueId: id.nullable() });
const colonne = z.enum(Object.values(colonnesOf).flat());
const Colonnes = z.strictObject({ liste, colonnes: z.array(colonne).max(20) });

/** How each person sets the lists they work in. */
export const listesRouter = router({
  get: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(Place)
    .query(({ ctx, input }) => getListe(ctx.tenant, input.liste, ctx.member.userId)),

  saveVue: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(NewVue)
    .mutation(({ ctx, input }) => saveVue(ctx.tenant, input, byOf(ctx))),

  updateVue: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(Update)
    .mutation(({ ctx, input }) => updateVue(ctx.tenant, input, ctx.member.userId)),

  deleteVue: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(VueRef)
    .mutation(({ ctx, input }) => deleteVue(ctx.tenant, input.vueId, ctx.member.userId)),

  setFirstVue: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(First)
    .mutation(({ ctx, input }) =>
      setFirstVue(ctx.tenant, { liste: input.liste, userId: ctx.member.userId }, input.vueId),
    ),

  setColonnes: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(Colonnes)
    .mutation(({ ctx, input }) =>
      setColonnes(ctx.tenant, { liste: input.liste, userId: ctx.member.userId }, input.colonnes),
    ),
});
