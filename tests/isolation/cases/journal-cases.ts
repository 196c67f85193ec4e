import type { Cases } from "../case.ts";
import { aClient } from "../issue.ts";

export const journalCases: Cases = {
  "journal.list": {
    own: () => ({}),
    reaching: async ({ b }) => ({
      "the history of B's client": { entityId: (await aClient(b)).clientId },
      "the history of B itself": { entityId: b.id },
      "what B's administrator did": { actorId: b.staff.admin.userId },
      "the mark of B, searched": { q: b.mark },
    }),
  },
  "journal.export": {
    own: () => ({}),
    reaching: ({ b }) => ({
      "the history of B itself": { entityId: b.id },
      "the mark of B, searched": { q: b.mark },
    }),
  },
  "journal.overview": { own: () => ({}) },
  "journal.verify": { own: () => ({}) },
  "journal.live": {
    own: () => ({}),
    reaching: () => ({ "a resumption from the first line": { lastEventId: "0" } }),
  },
};
