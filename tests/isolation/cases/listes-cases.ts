import { newId } from "#server/id";
import type { getListe } from "#server/listes/get-liste";
import type { StaffedSociete } from "../../support/a-staffed-societe.ts";
import type { Cases } from "../case.ts";

const liste = "factures";

const aName = ({ mark }: StaffedSociete) => `${mark} ${newId().slice(20)}`;

/** Shared: each role may change it. Where many were kept already, one of them or in the place of one: a list bears only so many. */
async function aVue(of: StaffedSociete): Promise<{ vueId: string }> {
  const { vues } = (await of.call("listes.get", { liste })) as Awaited<ReturnType<typeof getListe>>;
  const kept = vues.find(({ isShared }) => isShared);
  const [first] = vues;
  if (first && vues.length > 10) {
    if (kept) return { vueId: kept.id };
    await of.call("listes.deleteVue", { vueId: first.id });
  }
  const vue = { liste, nom: aName(of), recherche: `q=${of.mark}`, isShared: true };
  return (await of.call("listes.saveVue", vue)) as { vueId: string };
}

export const listesCases: Cases = {
  "listes.get": { own: () => ({ liste }) },
  "listes.saveVue": {
    own: (of) => ({ liste, nom: aName(of), recherche: "vue=en_retard" }),
  },
  "listes.updateVue": {
    own: async (of) => ({
      ...(await aVue(of)),
      ...{ nom: aName(of), isShared: true, recherche: null },
    }),
  },
  "listes.deleteVue": { own: aVue },
  "listes.setFirstVue": { own: async (of) => ({ liste, ...(await aVue(of)) }) },
  "listes.setColonnes": { own: () => ({ liste, colonnes: ["date", "etat"] }) },
};
