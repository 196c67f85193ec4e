import { encodeCursor } from "#server/recherche/keyset";
import type { Case, Cases } from "../case.ts";
import { client } from "../furnish.ts";
import { aClient } from "../issue.ts";

const searchesFor = (mark: string, id: string) => ({
  "a search for B's name": { q: mark },
  "a search for a part of it": { q: mark.slice(1, 5) },
  "a search for B's address": { q: `@${mark.toLowerCase()}` },
  "a search for B's id": { q: id },
});

const search: Pick<Case, "own" | "reaching"> = {
  own: ({ mark }) => ({ q: mark }),
  reaching: async ({ b }) => searchesFor(b.mark, (await aClient(b)).clientId),
};

export const clientsCases: Cases = {
  "clients.list": {
    ...search,
    reaching: async ({ b }) => {
      const { clientId } = await aClient(b);
      return {
        ...searchesFor(b.mark, clientId),
        "a cursor on B's row": {
          cursor: encodeCursor([`client ${b.mark.toLowerCase()}`, clientId]),
        },
      };
    },
  },
  "clients.suggest": search,
  "clients.get": { own: aClient },
  "clients.create": { own: (of) => client(of, 7) },
  "clients.update": {
    own: async (of) => ({ ...(await aClient(of)), version: 1, client: client(of, 8) }),
  },
  "clients.export": {
    own: () => ({}),
    reaching: async ({ b }) => ({
      "B's name": { q: b.mark },
      "B's own": { ids: [(await aClient(b)).clientId] },
    }),
  },
  "clients.archiveMany": {
    own: async (of) => ({ clientIds: [(await aClient(of)).clientId], isArchived: true }),
    reaching: async ({ b }) => ({
      "B's client": { clientIds: [(await aClient(b)).clientId], isArchived: true },
    }),
  },
  "clients.archive": { own: aClient },
  "clients.unarchive": {
    own: async (of) => {
      const ref = await aClient(of);
      await of.call("clients.archive", ref);
      return ref;
    },
  },
};
