import { roles } from "#server/domain/permissions";
import { defineForm } from "../../define-form";
import type { FormReader } from "../../form-reader";

const page = "/reglages/equipe";

const rights = (form: FormReader) => ({
  role: form.choice("role", roles),
  mayIssue: form.checked("mayIssue"),
  maySeeOthersAmounts: form.checked("maySeeOthersAmounts"),
  mayExport: form.checked("mayExport"),
});

export const inviteForm = defineForm({
  procedure: "equipe.invite",
  read: (form) => ({ email: form.text("email"), ...rights(form) }),
  next: () => `${page}?fait=invite`,
});

export const resendForm = defineForm({
  procedure: "equipe.resend",
  read: (form) => ({ invitationId: form.text("invitationId") }),
  next: () => `${page}?fait=renvoye`,
});

export const revokeForm = defineForm({
  procedure: "equipe.revoke",
  read: (form) => ({ invitationId: form.text("invitationId") }),
  next: () => `${page}?fait=retiree`,
});

export const updateForm = defineForm({
  procedure: "equipe.update",
  read: (form) => ({ userId: form.text("userId"), ...rights(form) }),
  next: () => `${page}?fait=droits`,
});

export const removeForm = defineForm({
  procedure: "equipe.remove",
  read: (form) => ({ userId: form.text("userId") }),
  next: () => `${page}?fait=retire`,
});
