import { useLocation, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCan, useMe } from "../../session";
import { trpc } from "../../trpc";
import { isTyping } from "../is-typing";
import { Visite } from "../visite/visite";
import { visiteOpener } from "../visite/visite-choice";
import { type VisiteName, visiteOf } from "../visite/visite-of";
import { VisiteOffer } from "../visite/visite-offer";
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
  const { visite, start, end } = useVisite();
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
      start(visiteOf(pathname));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [pathname, start]);
  if (visite) return <Visite visite={visite} onClose={end} />;
  const offered = visiteOf(pathname);
  const visit = () => {
    setHelpOpen(false);
    start(offered);
  };
  if (isHelpOpen)
    return (
      <ShortcutsHelp
        onClose={() => setHelpOpen(false)}
        {...(offered !== null && { onVisit: visit })}
      />
    );
  return offered && <VisiteOffer visite={offered} onStart={visit} />;
}

/** The visit under way, if any. Once begun it is offered no more. */
function useVisite() {
  const [visite, setVisite] = useState<VisiteName | null>(null);
  const isGuest = useMe()?.visite != null;
  const utils = trpc.useUtils();
  const { mutate } = trpc.compte.keepVisites.useMutation({
    onSettled: () => utils.compte.visites.invalidate(),
  });
  const start = useCallback(
    (name: VisiteName | null) => {
      setVisite(name);
      if (name !== null && !isGuest) mutate({ visites: [name] });
    },
    [mutate, isGuest],
  );
  const end = useCallback(() => setVisite(null), []);
  return { visite, start, end };
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
