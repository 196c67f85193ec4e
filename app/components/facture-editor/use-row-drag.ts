import { type Dispatch, type PointerEvent, useCallback, useEffect, useRef, useState } from "react";
import type { EditorAction } from "./editor-reducer";

/** A row on its way, and the row before which it would fall; `at` equal to the number of rows: the end. */
export type RowDrag = { readonly key: string; readonly at: number };

/** Near the edges of the window the sheet scrolls by itself. */
const edge = 72;
const stepPx = 14;

/**
 * Rows moved by their handle with a mouse, a pen or a finger (the browser's own drag and drop knows no finger). Escape
 * puts the row back. The keyboard has Alt + arrows, and a phone its buttons.
 */
export function useRowDrag(dispatch: Dispatch<EditorAction>) {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef<RowDrag | null>(null);
  const show = useCallback((next: RowDrag | null) => {
    latest.current = next;
    setDrag(next);
  }, []);

  const begin = useCallback(
    (event: PointerEvent<HTMLElement>, key: string) => {
      if (event.button !== 0 || !list.current) return;
      event.preventDefault();
      show({ key, at: placeAt(list.current, event.clientY) });
    },
    [show],
  );

  const isDragging = drag !== null;
  useEffect(() => {
    const rows = list.current;
    if (!isDragging || !rows) return;
    let y: number | null = null;
    const follow = () => {
      const { current } = latest;
      if (y === null || !current) return;
      const at = placeAt(rows, y);
      if (at !== current.at) show({ ...current, at });
    };
    const scroll = setInterval(() => {
      if (y !== null) scrollNear(y);
      follow();
    }, 32);
    const onMove = (event: globalThis.PointerEvent) => {
      y = event.clientY;
      follow();
    };
    const onUp = () => {
      const { current } = latest;
      show(null);
      if (current && y !== null) dispatch({ type: "moveTo", ...current });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      show(null);
    };
    const onCancel = () => show(null);
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onCancel);
    window.addEventListener("keydown", onKey, true);
    return () => {
      clearInterval(scroll);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onCancel);
      window.removeEventListener("keydown", onKey, true);
    };
  }, [isDragging, show, dispatch]);

  return { list, drag, begin };
}

/** How many rows have their middle above `y`. */
function placeAt(list: HTMLOListElement, y: number): number {
  const middles = [...list.children].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
  return middles.filter((middle) => middle < y).length;
}

function scrollNear(y: number) {
  if (y < edge) window.scrollBy(0, -stepPx);
  else if (y > window.innerHeight - edge) window.scrollBy(0, stepPx);
}
