import { useEffect, useRef, useState } from "react";
import { usePlainClient } from "../../session";
import { useSessionLoss } from "../../session-loss";
import { type RouterOutputs, trpc } from "../../trpc";
import { isDiscarded } from "./draft-backup";

/** The service forgets a page after 20 seconds of silence. */
const beatMs = 8_000;
/** Passing through cells tells nobody anything. */
const restMs = 250;

export type Presence = RouterOutputs["factures"]["presences"][number];

type Wire = {
  readonly factureId: string;
  /** Whoever only reads announces nothing, and sees who writes. */
  readonly canWrite: boolean;
};

const newPageId = () => crypto.randomUUID().replaceAll("-", "");

/** Who else has this brouillon open, told within the second; and tells them where this page writes. */
export function usePresence({ factureId, canWrite }: Wire): readonly Presence[] {
  const [pageId] = useState(newPageId);
  const { data } = trpc.factures.presences.useQuery({ factureId, pageId }, { staleTime: beatMs });
  const isLost = useSessionLoss() !== null;
  const client = usePlainClient();
  const isHere = canWrite && !isLost;
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (!isHere) return;
    const send = (isLeaving = false) => {
      if (isDiscarded(factureId)) return;
      sent.current = fieldOf(document.activeElement);
      const signal = { factureId, pageId, field: sent.current, isLeaving };
      // Nothing is lost with it: the next one says the same.
      client.mutation("factures.signalPresence", signal).catch(() => undefined);
    };
    let timer: ReturnType<typeof setTimeout>;
    const onMove = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (fieldOf(document.activeElement) !== sent.current) send();
      }, restMs);
    };
    const onShow = () => send(document.visibilityState === "hidden");
    const beat = setInterval(() => document.visibilityState === "visible" && send(), beatMs);
    send();
    for (const event of ["focusin", "focusout"]) document.addEventListener(event, onMove);
    document.addEventListener("visibilitychange", onShow);
    return () => {
      clearTimeout(timer);
      clearInterval(beat);
      for (const event of ["focusin", "focusout"]) document.removeEventListener(event, onMove);
      document.removeEventListener("visibilitychange", onShow);
      send(true);
    };
  }, [client, factureId, pageId, isHere]);
  usePresenceMarks(data ?? none);
  return data ?? none;
}

const none: readonly Presence[] = [];

/** The field of the sheet with the focus, as the checks name it; null: none of them. */
function fieldOf(element: Element | null): string | null {
  const field = element instanceof HTMLElement ? element.dataset["field"] : undefined;
  return field !== undefined && /^[a-zA-Z]{1,30}(?:\.\w{1,30}){0,4}$/.test(field) ? field : null;
}

export const firstNameOf = ({ nom }: Pick<Presence, "nom">): string => nom.split(" ")[0] ?? nom;

/** Writes the name of who is in a field beside it, whatever row it is drawn in now. */
function usePresenceMarks(presences: readonly Presence[]) {
  useEffect(() => {
    const marked = presences.flatMap((presence) => {
      if (presence.field === null) return [];
      const row = /^lignes\.\d+/.exec(presence.field)?.[0];
      const wanted = row === undefined ? presence.field : `${row}.designation`;
      const field = document.querySelector(`.feuille [data-field="${CSS.escape(wanted)}"]`);
      const place = field?.closest<HTMLElement>(".ligne") ?? field?.parentElement;
      if (!place) return [];
      place.dataset["presence"] = firstNameOf(presence);
      return [place];
    });
    return () => {
      for (const place of marked) delete place.dataset["presence"];
    };
  });
}
