import { useEffect } from "react";
import { useMe } from "./session";

let isLeaving = false;

/** The page is on its way out of the session: what it holds is not to be kept any more. */
export const isLoggingOut = (): boolean => isLeaving;

/**
 * Logging out leaves nothing of one's brouillons on the device. A session that merely ended does not: its person finds
 * their work when they come back, and nobody else can (`draft-backup.ts`).
 */
export function useForgetDrafts(): void {
  const userId = useMe()?.user.id ?? null;
  useEffect(() => {
    if (userId === null) return;
    const onSubmit = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || !navigator.onLine) return;
      const action = target.getAttribute("action");
      if (action === null || new URL(action, location.href).pathname !== "/deconnexion") return;
      isLeaving = true;
      forgetDrafts(`facturepro.brouillon.${userId}.`);
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, [userId]);
}

function forgetDrafts(prefix: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}
