import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { isTyping } from "../is-typing";
import { PaletteContext } from "./palette-context";

/** Fetched when it is first opened: no page waits for it. */
const Palette = lazy(() => import("./palette").then((module) => ({ default: module.Palette })));

/** ⌘K (Ctrl K) anywhere in the frame; « / » goes to the search of the list on screen. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const door = useMemo(
    () => ({
      open: () => {
        setWasOpened(true);
        setIsOpen(true);
      },
    }),
    [],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        door.open();
      } else if (event.key === "/" && !isTyping(event)) focusListSearch(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [door]);
  return (
    <PaletteContext.Provider value={door}>
      {children}
      {wasOpened && (
        <Suspense>
          <Palette isOpen={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      )}
    </PaletteContext.Provider>
  );
}

function focusListSearch(event: KeyboardEvent) {
  const search = document.querySelector<HTMLInputElement>("[data-recherche-liste]");
  if (!search) return;
  event.preventDefault();
  search.select();
}
