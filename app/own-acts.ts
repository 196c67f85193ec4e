import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";

/** The echo comes with the answer, a little before or after; beyond, it was missed and nothing more is expected. */
const memoryMs = 1_000;
const idShape = /^[0-9a-f]{32}$/;

/** Tells colleagues where one is, and changes nothing: what they write at that moment must be heard. */
const signal = "factures.signalPresence";

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
          if (op.type === "mutation" && op.path !== signal && "data" in value.result)
            note([op.input, value.result.data], Date.now() + memoryMs);
          observer.next(value);
        },
        error: (error) => observer.error(error),
        complete: () => observer.complete(),
      }),
    );

/** Ids stand one level deep, alone or in a list, in what is asked and in what is answered; each is echoed once. */
function note(values: readonly unknown[], until: number) {
  const texts = values.flatMap((value) =>
    typeof value === "object" && value !== null ? Object.values(value).flat() : [],
  );
  const ids = new Set(texts.filter((text) => typeof text === "string" && idShape.test(text)));
  for (const id of ids) acts.set(id, { count: expected(id) + 1, until });
}

/** Echoes still awaited. One that never came must not hide what a colleague does later. */
function expected(id: string, at = Date.now()): number {
  const act = acts.get(id);
  return act && act.until >= at ? act.count : 0;
}

/** Whether this event, heard at `at`, is the echo of a write of this page; each write answers for one. */
export function isOwnAct(entityId: string, at?: number): boolean {
  const count = expected(entityId, at);
  const act = acts.get(entityId);
  if (count > 1 && act) acts.set(entityId, { ...act, count: count - 1 });
  else acts.delete(entityId);
  return count > 0;
}
