export type Toast = {
  readonly id: number;
  readonly text: string;
  /** The way back, while there is one. */
  readonly undo?: { readonly label: string; readonly act: () => void };
};

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

/** What has just been done, said in a corner for a while, with the way back. */
export function showToast(toast: Omit<Toast, "id">): void {
  lastId += 1;
  change([...toasts.slice(-2), { ...toast, id: lastId }]);
}

export const dismissToast = (id: number): void => change(toasts.filter((one) => one.id !== id));

export const currentToasts = (): readonly Toast[] => toasts;

export function onToasts(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
