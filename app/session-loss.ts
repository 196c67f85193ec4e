import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { useSyncExternalStore } from "react";

/**
 * Why this page can no longer act: its session ended, went to another société in another tab, or is in none: the person
 * was removed from it, or left.
 */
const losses = ["SESSION_REQUIRED", "SOCIETE_MISMATCH", "SOCIETE_REQUIRED"] as const;
export type SessionLoss = (typeof losses)[number];

export const lossOf = (refusal: unknown): SessionLoss | null =>
  losses.find((loss) => loss === refusal) ?? null;

let current: SessionLoss | null = null;
const listeners = new Set<() => void>();

export function setSessionLoss(loss: SessionLoss | null): void {
  if (loss === current) return;
  current = loss;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the last answers said; a page just loaded has lost nothing. */
export const useSessionLoss = (): SessionLoss | null =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );

/** Notes in every answer whether the page still has its session. Who one is can be asked without one. */
export const sessionLossLink =
  <R extends AnyRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => {
          if (op.type !== "subscription" && !op.path.startsWith("auth.")) setSessionLoss(null);
          observer.next(value);
        },
        error: (error) => {
          const { refusal } = (error.data ?? {}) as { refusal?: unknown };
          const loss = op.path.startsWith("auth.") ? null : lossOf(refusal);
          if (loss !== null) setSessionLoss(loss);
          observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    );
