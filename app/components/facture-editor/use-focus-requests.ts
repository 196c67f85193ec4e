import { useEffect } from "react";

/** Moves the focus where the reducer asks, once the cell exists; the text is selected so that typing replaces it. */
export function useFocusRequests(focus: { readonly field: string } | null) {
  useEffect(() => {
    if (!focus) return;
    const target = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(focus.field)}"]`);
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }, [focus]);
}
