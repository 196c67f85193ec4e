import { useCallback, useEffect, useMemo, useRef } from "react";
import { useMe } from "../../session";
import { type BackupPlace, dropBackup, findBackup, keepBackup } from "./draft-backup";
import { contentOf } from "./edited-facture";
import type { Wire } from "./use-autosave";

/** Writing it costs more than a key press may on a long facture: not between two keys of somebody who types. */
const patienceMs = 350;

/** Where this device keeps the copy of this person, in this société. */
export function useBackupPlace(factureId: string): BackupPlace {
  const me = useMe();
  const userId = me?.user.id ?? "";
  const societeId = me?.member?.societeId ?? "";
  return useMemo(() => ({ factureId, userId, societeId }), [factureId, userId, societeId]);
}

/**
 * A second copy on this device, from the first key to the acknowledgement. What the server has received meanwhile from
 * somebody else is put together with it, or shown beside it.
 */
export function useBackup({ factureId, state, dispatch }: Wire): void {
  const place = useBackupPlace(factureId);
  const opened = useRef(state);
  useEffect(() => {
    const { facture, version } = opened.current;
    const kept = findBackup(place, contentOf(facture));
    if (!kept) return dropBackup(place);
    dispatch({ type: "restore", ...kept });
    if (kept.version === version) return;
    dispatch({
      type: "conflict",
      theirs: { content: contentOf(facture), version, byNom: "" },
    });
  }, [place, dispatch]);

  const latest = useRef(state);
  latest.current = state;
  const write = useCallback(() => {
    const { facture, version, base, revision, savedRevision } = latest.current;
    if (revision === 0) return;
    if (revision === savedRevision) dropBackup(place);
    else keepBackup(place, { version, base, facture });
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision is another copy to keep.
  useEffect(() => {
    const timer = setTimeout(write, patienceMs);
    return () => clearTimeout(timer);
  }, [write, state.revision, state.savedRevision]);
  useEffect(() => {
    window.addEventListener("pagehide", write);
    return () => {
      window.removeEventListener("pagehide", write);
      write();
    };
  }, [write]);
}
