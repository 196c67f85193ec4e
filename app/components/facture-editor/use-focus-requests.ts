import { useEffect, useLayoutEffect, useRef } from "react";
import { type Step, stepOf } from "./steps";

type Focus = { readonly field: string } | null;

/** Before the next key is read; the server, which has no focus, is not warned about it. */
const useFocusEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Moves the focus where the reducer asks, once the cell exists; on a phone its step opens first. The text is selected,
 * so that typing replaces it.
 */
export function useFocusRequests(focus: Focus, step: Step, onStep: (step: Step) => void) {
  const done = useRef<Focus>(null);
  useFocusEffect(() => {
    if (!focus || done.current === focus) return;
    const wanted = stepOf(focus.field);
    if (wanted !== step) return onStep(wanted);
    done.current = focus;
    const target = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(focus.field)}"]`);
    // A field inside something folded could not take the focus.
    target?.closest("details")?.setAttribute("open", "");
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }, [focus, step, onStep]);
}
