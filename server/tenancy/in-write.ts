import { AsyncLocalStorage } from "node:async_hooks";
import { TenancyError } from "./tenancy-error.ts";

/** Carries nothing but the fact of being inside a write; no handle travels this way. */
const current = new AsyncLocalStorage<{ open: boolean }>();

/** @throws TenancyError WRITE_NESTED: the inner write would wait for the outer one, which waits for it. */
export function assertNotInWrite(): void {
  if (current.getStore()?.open) {
    throw new TenancyError("WRITE_NESTED", "a write was asked for inside a write; use its `tx`");
  }
}

/** Runs `work` marked as being inside a write, until it settles. */
export async function markedAsWrite<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await current.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** Runs `work` as if called from outside any write: for what must not belong to its caller's. */
export function outsideWrite<T>(work: () => T): T {
  return current.exit(work);
}
