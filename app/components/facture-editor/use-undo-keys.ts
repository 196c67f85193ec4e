import { type Dispatch, useEffect } from "react";
import type { EditorAction } from "./editor-reducer";

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y do again; null for any other key. */
function askedBy(event: KeyboardEvent): "undo" | "redo" | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  if (!(ctrlKey || metaKey) || altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return shiftKey ? "redo" : "undo";
  return key === "y" && !shiftKey ? "redo" : null;
}

/** Whether the field's own undo has something to undo (or do again) since the focus entered it. */
function createFieldMemory() {
  let field: TextField | null = null;
  let entered = "";
  let isAfterUndo = false;
  return {
    enter(target: EventTarget | null) {
      field = isTextField(target) ? target : null;
      entered = field?.value ?? "";
      isAfterUndo = false;
    },
    note(event: Event) {
      isAfterUndo = event instanceof InputEvent && event.inputType === "historyUndo";
    },
    hasOwn: (asked: "undo" | "redo") =>
      field !== null &&
      field === document.activeElement &&
      (asked === "undo" ? field.value !== entered : isAfterUndo),
  };
}

/**
 * Undo as on a desktop: inside a text, first letter by letter, as the browser does; then edit by edit. A dialogue over the
 * sheet keeps its own.
 */
export function useUndoKeys(dispatch: Dispatch<EditorAction>): void {
  useEffect(() => {
    const memory = createFieldMemory();
    const onFocus = ({ target }: FocusEvent) => memory.enter(target);
    const onInput = (event: Event) => memory.note(event);
    const onKey = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (!asked || document.querySelector("dialog[open], [role=dialog]") !== null) return;
      if (memory.hasOwn(asked)) return;
      event.preventDefault();
      dispatch({ type: asked });
      requestAnimationFrame(() => memory.enter(document.activeElement));
    };
    document.addEventListener("focusin", onFocus);
    document.addEventListener("input", onInput);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("input", onInput);
      document.removeEventListener("keydown", onKey);
    };
  }, [dispatch]);
}
