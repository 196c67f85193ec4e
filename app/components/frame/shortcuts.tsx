import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useCan } from "../../session";
import { isTyping } from "../is-typing";
import { Visite } from "../visite/visite";
import { visiteOpener } from "../visite/visite-choice";
import { type VisiteName, visiteOf } from "../visite/visite-of";
import { societeDrawer } from "./drawer-ids";
import { ShortcutsHelp } from "./shortcuts-help";

/** Time between « g » and the letter of the list. */
const sequenceMs = 1_500;

/** Where keys lead, alone or after « g ». */
const places: Readonly<Record<string, string>> = {
  gt: "/tableau-de-bord",
  gf: "/factures",
  gc: "/clients",
  gp: "/produits",
};

const placeOf = (keys: string, canWrite: boolean) =>
  keys === "c" && canWrite ? "/factures/nouvelle" : places[keys];

/** Keys of the frame: `c`, `g t`, `g f`, `g c`, `g p`, `g s` and `?`; they never fire while one types or in a dialogue. And the visit of the page. */
export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [visite, setVisite] = useState<VisiteName | null>(null);
  const { pathname } = useLocation();
  const go = useNavigate();
  const canWrite = useCan("factures.draft");
  const goSince = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const keysOf = ({ key, timeStamp }: KeyboardEvent) => {
      const isSecond = timeStamp - goSince.current < sequenceMs;
      goSince.current = key === "g" ? timeStamp : Number.NEGATIVE_INFINITY;
      return isSecond ? `g${key}` : key;
    };
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return;
      const keys = keysOf(event);
      const place = placeOf(keys, canWrite);
      if (place) go(place);
      if (keys === "gs") openSocietes();
      if (keys === "?") setHelpOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [go, canWrite]);
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !target.closest(visiteOpener)) return;
      setVisite(visiteOf(pathname));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [pathname]);
  if (visite) return <Visite visite={visite} onClose={() => setVisite(null)} />;
  const offered = visiteOf(pathname);
  const visit = () => {
    setHelpOpen(false);
    setVisite(offered);
  };
  return isHelpOpen ? (
    <ShortcutsHelp
      onClose={() => setHelpOpen(false)}
      {...(offered !== null && { onVisit: visit })}
    />
  ) : null;
}

/** The menu of the sociétés, on the first one to go to; nothing happens for who has a single one. */
function openSocietes(): void {
  const drawer = document.getElementById(societeDrawer);
  if (!drawer || drawer.matches(":popover-open")) return;
  drawer.showPopover();
  drawer.querySelector<HTMLElement>("button:not([aria-current])")?.focus();
}

const isForSomethingElse = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  hasModifier(event) ||
  isTyping(event) ||
  document.querySelector("dialog[open], [role=dialog]") !== null;

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;
