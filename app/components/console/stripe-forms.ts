import { defineForm } from "../../define-form";

const place = "/console/stripe";

export const compareForm = defineForm({
  procedure: "consoleStripe.compare",
  read: () => ({}),
  next: ({ isDone }) => `${place}?fait=${isDone ? "compare" : "lancee"}`,
});

const replayed = {
  done: "rejoue",
  ignored: "rejoue",
  received: "attend",
  failed: "echec",
} as const;

export const replayForm = defineForm({
  procedure: "consoleStripe.replay",
  read: (form) => ({ eventId: form.text("eventId"), reason: form.text("reason") }),
  next: ({ status }) => `${place}?fait=${replayed[status]}`,
});

export const repairForm = defineForm({
  procedure: "consoleStripe.repair",
  read: (form) => ({ ecartId: Number(form.text("ecartId")), reason: form.text("reason") }),
  next: ({ isGone }) => `${place}?fait=${isGone ? "repare" : "reste"}`,
});
