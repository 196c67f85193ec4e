import { defineForm } from "../../define-form";
import type { FormReader } from "../../form-reader";

const place = "/console/plans";

const optional = <T>(form: FormReader, name: string, read: () => T): T | null =>
  form.text(name) === "" ? null : read();

const limitOf = (form: FormReader, name: string) => optional(form, name, () => form.int(name));
const priceOf = (form: FormReader, name: string) => optional(form, name, () => form.amount(name));

export const offreForm = defineForm({
  procedure: "consolePlans.save",
  read: (form) => ({
    offre: form.optional("offre"),
    nom: form.text("nom"),
    mois: priceOf(form, "mois"),
    an: priceOf(form, "an"),
    facturesParMois: limitOf(form, "facturesParMois"),
    utilisateurs: limitOf(form, "utilisateurs"),
    stockageMo: limitOf(form, "stockageMo"),
    features: form.checked("modeles") ? ["modeles" as const] : [],
    reason: form.text("reason"),
  }),
  next: ({ offre, isPushed }, asked) => {
    const done = asked.offre === null ? "creee" : "enregistree";
    return `${place}/${offre}?fait=${isPushed ? done : "attend"}`;
  },
});

export const archiveForm = defineForm({
  procedure: "consolePlans.archive",
  read: (form) => ({ offre: form.text("offre"), reason: form.text("reason") }),
  next: ({ isPushed }) => `${place}?fait=${isPushed ? "retiree" : "attend"}`,
});

export const pushForm = defineForm({
  procedure: "consolePlans.push",
  read: (form) => ({ reason: form.text("reason") }),
  next: () => `${place}?fait=poussee`,
});
