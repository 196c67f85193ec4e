import { defineForm } from "../../define-form";

const back = (done: string, section: string) => () => `/compte?fait=${done}#${section}`;

export const identityForm = defineForm({
  procedure: "compte.updateIdentity",
  read: (form) => ({
    prenom: form.text("prenom"),
    nom: form.text("nom"),
    username: form.text("username"),
  }),
  next: back("identite", "identite"),
});

export const verificationForm = defineForm({
  procedure: "compte.sendVerification",
  read: () => undefined,
  next: back("verification", "email"),
});

export const emailForm = defineForm({
  procedure: "compte.changeEmail",
  read: (form) => ({
    email: form.text("email"),
    current_password: form.raw("current_password"),
  }),
  next: back("email", "email"),
});

export const cancelEmailForm = defineForm({
  procedure: "compte.cancelEmailChange",
  read: () => undefined,
  next: back("email-garde", "email"),
});

export const passwordForm = defineForm({
  procedure: "compte.changePassword",
  read: (form) => ({
    current_password: form.raw("current_password"),
    password: form.raw("password"),
  }),
  next: back("mot-de-passe", "mot-de-passe"),
});

export const startTotpForm = defineForm({
  procedure: "compte.startTotp",
  read: (form) => ({ current_password: form.raw("current_password") }),
  next: () => "/compte/second-facteur",
});

export const confirmTotpForm = defineForm({
  procedure: "compte.confirmTotp",
  read: (form) => ({ code: form.text("code") }),
  next: () => "/compte/codes-de-secours",
});

export const removeTotpForm = defineForm({
  procedure: "compte.removeTotp",
  read: (form) => ({ current_password: form.raw("current_password") }),
  next: back("totp-retire", "second"),
});

export const renewCodesForm = defineForm({
  procedure: "compte.renewRecoveryCodes",
  read: (form) => ({ current_password: form.raw("current_password") }),
  next: () => "/compte/codes-de-secours",
});

export const discardSheetForm = defineForm({
  procedure: "compte.discardRecoverySheet",
  read: () => undefined,
  next: back("codes", "second"),
});

export const renamePasskeyForm = defineForm({
  procedure: "compte.renamePasskey",
  read: (form) => ({ passkeyId: form.text("passkeyId"), nom: form.text("nom") }),
  next: back("cle-renommee", "cles"),
});

export const removePasskeyForm = defineForm({
  procedure: "compte.removePasskey",
  read: (form) => ({
    passkeyId: form.text("passkeyId"),
    current_password: form.raw("current_password"),
  }),
  next: back("cle-retiree", "cles"),
});

export const endSessionForm = defineForm({
  procedure: "compte.endSession",
  read: (form) => ({ ref: form.text("ref") }),
  next: back("session", "sessions"),
});

export const endOthersForm = defineForm({
  procedure: "compte.endOtherSessions",
  read: () => undefined,
  next: back("session", "sessions"),
});

/** Where the file is, for the session that was granted it. */
export const fileOf = ({ grant }: { readonly grant: string }): string =>
  `/compte/donnees.json?accord=${encodeURIComponent(grant)}`;

export const exportForm = defineForm({
  procedure: "compte.grantData",
  read: (form) => ({ current_password: form.raw("current_password") }),
  next: fileOf,
});

export const eraseForm = defineForm({
  procedure: "compte.erase",
  read: (form) => ({ current_password: form.raw("current_password") }),
  next: () => "/connexion?compte=efface",
});
