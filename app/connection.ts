import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { useSyncExternalStore } from "react";

/** Whether the service could be reached the last time anything was asked, or the browser knows there is no network. */
let isLost = false;
const listeners = new Set<() => void>();

export function setConnectionLost(lost: boolean): void {
  if (lost === isLost) return;
  isLost = lost;
  for (const listener of listeners) listener();
}

/** For what is done outside a component. */
export const isConnectionLost = (): boolean => isLost;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnectionLost = (): boolean =>
  useSyncExternalStore(subscribe, isConnectionLost, () => false);

/** Asked for no longer wanted, such as a search typed over: says nothing of the network. */
const isAborted = (error: { readonly cause?: { readonly name?: string } | undefined }): boolean =>
  error.cause?.name === "AbortError";

/** Notes in every call whether there was an answer; a refusal is one. A stream comes back by itself. */
export const connectionLink =
  <R extends AnyRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => {
          if (op.type !== "subscription") setConnectionLost(false);
          observer.next(value);
        },
        error: (error) => {
          const isAnswer = error.data != null;
          if (op.type !== "subscription" && (isAnswer || !isAborted(error)))
            setConnectionLost(!isAnswer);
          observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    );
