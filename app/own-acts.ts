import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";

const memoryMs = 5_000;
const idShape = /^[0-9a-f]{32}$/;

/** How many echoes of each entity are expected here, and until when. */
const acts = new Map<string, { readonly count: number; readonly until: number }>();

/**
 * Remembers what this page wrote. The live stream tells every page of the société, this one included: without it a
 * write would read everything twice.
 */
export const ownActsLink =
  <R extends AnyRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => {
          if (op.type === "mutation" && "data" in value.result)
            note([op.input, value.result.data], Date.now() + memoryMs);
          observer.next(value);
        },
        error: (error) => observer.error(error),
        complete: () => observer.complete(),
      }),
    );

/** Ids stand one level deep, in what is asked and in what is answered; each is echoed once. */
function note(values: readonly unknown[], until: number) {
  const texts = values.flatMap((value) =>
    typeof value === "object" && value !== null ? Object.values(value) : [],
  );
  const ids = new Set(texts.filter((text) => typeof text === "string" && idShape.test(text)));
  for (const id of ids) acts.set(id, { count: (acts.get(id)?.count ?? 0) + 1, until });
}

/** Whether this event is the echo of a write of this page; each write answers for one. */
export function isOwnAct(entityId: string): boolean {
  const act = acts.get(entityId);
  if (!act) return false;
  if (act.count === 1) acts.delete(entityId);
  else acts.set(entityId, { ...act, count: act.count - 1 });
  return act.until >= Date.now();
}
