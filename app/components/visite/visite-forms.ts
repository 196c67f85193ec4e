import { dureeNames } from "#server/domain/visite";
import { defineForm } from "../../define-form";

const page = "/reglages/assistance";

export const acceptForm = defineForm({
  procedure: "visites.accept",
  read: (form) => ({ visiteId: form.text("visiteId"), duree: form.choice("duree", dureeNames) }),
  next: () => `${page}?fait=acceptee`,
});

export const refuseForm = defineForm({
  procedure: "visites.refuse",
  read: (form) => ({ visiteId: form.text("visiteId") }),
  next: () => `${page}?fait=refusee`,
});

export const endForm = defineForm({
  procedure: "visites.end",
  read: (form) => ({ visiteId: form.text("visiteId") }),
  next: () => `${page}?fait=finie`,
});

const back =
  (done: string) =>
  (_: unknown, { societeId }: { readonly societeId: string }) =>
    `/console/societes/${societeId}?fait=${done}`;

export const requestForm = defineForm({
  procedure: "consoleVisites.request",
  read: (form) => ({ societeId: form.text("societeId"), reason: form.text("reason") }),
  next: back("visiteDemandee"),
});

export const withdrawForm = defineForm({
  procedure: "consoleVisites.withdraw",
  read: (form) => ({ societeId: form.text("societeId"), visiteId: form.text("visiteId") }),
  next: back("visiteRetiree"),
});

export const openForm = defineForm({
  procedure: "consoleVisites.open",
  read: (form) => ({ societeId: form.text("societeId"), visiteId: form.text("visiteId") }),
  next: ({ jeton }) => `/visite/${jeton}`,
});

/** Sent by pages that are loaded anew: another session answers from then on. */
export const enterForm = (jeton: string) =>
  defineForm({
    procedure: "consoleVisites.enter",
    read: () => ({ jeton }),
    next: () => "/tableau-de-bord",
  });

/** Back to the page of the société in the console, where its session still lives. */
export const leaveForm = defineForm({
  procedure: "visites.leave",
  read: () => ({}),
  next: ({ societeId }) => (societeId === null ? "/" : `/console/societes/${societeId}`),
});

/** For the action of the société's page in the console. */
export const consoleVisiteForms = [requestForm, withdrawForm, openForm];
