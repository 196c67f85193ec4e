import { listes } from "#server/domain/liste";
import { defineForm } from "../../define-form";

export const saveVueForm = defineForm<"listes.saveVue">({
  procedure: "listes.saveVue",
  read: (form) => ({
    liste: form.choice("liste", listes),
    nom: form.text("nom"),
    recherche: form.text("recherche"),
    isShared: form.checked("isShared"),
  }),
});

export const updateVueForm = defineForm<"listes.updateVue">({
  procedure: "listes.updateVue",
  read: (form) => ({
    vueId: form.text("vueId"),
    nom: form.text("nom"),
    isShared: form.checked("isShared"),
    recherche: null,
  }),
});
