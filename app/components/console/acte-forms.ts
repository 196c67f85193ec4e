import { defineForm } from "../../define-form";
import type { FormReader } from "../../form-reader";

const limites = ["factures", "utilisateurs", "stockage"] as const;

/** Which société, and why. */
const acteOf = (form: FormReader) => ({
  societeId: form.text("societeId"),
  reason: form.text("reason"),
});

const back =
  (done: string) =>
  (_: unknown, { societeId }: { readonly societeId: string }) =>
    `/console/societes/${societeId}?fait=${done}`;

export const noteForm = defineForm({
  procedure: "consoleActes.note",
  read: acteOf,
  next: back("note"),
});

export const grantForm = defineForm({
  procedure: "consoleActes.grant",
  read: (form) => ({
    ...acteOf(form),
    limite: form.choice("limite", limites),
    ajout: form.checked("levee") ? null : form.int("ajout"),
    until: form.optionalDay("until"),
  }),
  next: back("offre"),
});

export const endGrantForm = defineForm({
  procedure: "consoleActes.endGrant",
  read: (form) => ({ ...acteOf(form), derogationId: form.text("derogationId") }),
  next: back("retire"),
});

export const trialForm = defineForm({
  procedure: "consoleActes.extendTrial",
  read: (form) => ({ ...acteOf(form), until: form.day("until") }),
  next: back("essai"),
});

export const monthsForm = defineForm({
  procedure: "consoleActes.offerMonths",
  read: (form) => ({ ...acteOf(form), mois: form.int("mois"), cle: form.text("cle") }),
  next: back("mois"),
});

export const graceForm = defineForm({
  procedure: "consoleActes.extendGrace",
  read: (form) => ({ ...acteOf(form), until: form.day("until") }),
  next: back("grace"),
});

export const suspendForm = defineForm({
  procedure: "consoleActes.suspend",
  read: (form) => ({ ...acteOf(form), motif: form.text("motif") }),
  next: back("suspendue"),
});

export const reactivateForm = defineForm({
  procedure: "consoleActes.reactivate",
  read: acteOf,
  next: back("reactivee"),
});

export const deleteForm = defineForm({
  procedure: "consoleActes.delete",
  read: (form) => ({ ...acteOf(form), nom: form.text("nom") }),
  next: back("supprimee"),
});

export const keepForm = defineForm({
  procedure: "consoleActes.keep",
  read: acteOf,
  next: back("gardee"),
});

export const resendForm = defineForm({
  procedure: "consoleActes.resendInvitation",
  read: (form) => ({ ...acteOf(form), invitationId: form.text("invitationId") }),
  next: back("renvoyee"),
});

export const sessionsForm = defineForm({
  procedure: "consoleActes.endSessions",
  read: acteOf,
  next: back("fermees"),
});

/** For the action of the page. */
export const acteForms = [
  ...[noteForm, grantForm, endGrantForm, trialForm, monthsForm, graceForm],
  ...[suspendForm, reactivateForm, deleteForm, keepForm, resendForm, sessionsForm],
];
