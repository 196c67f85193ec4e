import { type Dispatch, useCallback, useEffect, useMemo, useRef } from "react";
import type { FactureContent } from "#server/domain/facture";
import { usePlainClient } from "../../session";
import { lossOf, useSessionLoss } from "../../session-loss";
import { type Failure, failureOf, type RouterOutputs, trpc } from "../../trpc";
import { isSameContent } from "./draft-backup";
import { contentOf } from "./edited-facture";
import type { EditorAction } from "./editor-reducer";
import type { EditorState, Theirs } from "./editor-state";
import { useBackup } from "./use-backup";

const debounceMs = 500;
const retryMs = 5_000;

type Draft = RouterOutputs["factures"]["get"];
export type Wire = {
  readonly factureId: string;
  readonly state: EditorState;
  readonly dispatch: Dispatch<EditorAction>;
};

/** Both sides of the dialogue with the server. `flush` resolves true once everything typed is acknowledged. */
export type Autosave = {
  readonly flush: () => Promise<boolean>;
  /** Last version acknowledged. */
  readonly version: () => number;
};

/**
 * Saves half a second after the last key, one save at a time, on the version it was typed on. What is not acknowledged is
 * kept on this device; a cut is retried when the network comes back.
 */
export function useAutosave(wire: Wire): Autosave {
  const { state } = wire;
  const { push, version } = usePush(wire);
  useBackup(wire);

  const isWaiting = state.save.kind === "dirty";
  // biome-ignore lint/correctness/useExhaustiveDependencies: each revision restarts the wait.
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => void push(), debounceMs);
    return () => clearTimeout(timer);
  }, [isWaiting, state.revision, push]);

  useEffect(() => {
    const onHide = () => void (document.visibilityState === "hidden" && push());
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      void push(); // another page of the product: what waits is sent at once
    };
  }, [push]);

  const isOffline = state.save.kind === "offline" || isMaintained(state.save);
  useEffect(() => {
    if (!isOffline) return;
    const again = () => void push();
    window.addEventListener("online", again);
    const timer = setInterval(again, retryMs);
    return () => {
      window.removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [isOffline, push]);

  const lost = useSessionLoss();
  const isLost = state.save.kind === "refused" && lossOf(state.save.failure.refusal) !== null;
  useEffect(() => {
    if (isLost && lost === null) void push(); // the session is back
  }, [isLost, lost, push]);

  return useMemo(() => ({ flush: push, version }), [push, version]);
}

/** What the server last acknowledged, known at once: a render later would be too late for the next save. */
type Acknowledged = { revision: number; version: number };

function usePush({ factureId, state, dispatch }: Wire) {
  const send = useSend(factureId);
  const latest = useRef(state);
  latest.current = state;
  const acked = useRef<Acknowledged>({ revision: 0, version: state.version });
  const running = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    acked.current = { revision: state.savedRevision, version: state.version };
  }, [state.savedRevision, state.version]);

  const attempt = useCallback(async (): Promise<boolean> => {
    const { revision, facture, save } = latest.current;
    if (save.kind === "conflict") return false;
    if (revision === acked.current.revision) return true;
    dispatch({ type: "saving" });
    const content = contentOf(facture);
    const answer = await send(acked.current.version, content);
    const at = Date.now();
    if ("theirs" in answer) dispatch({ type: "conflict", theirs: answer.theirs });
    else if ("failure" in answer) dispatch({ type: "unsaved", failure: answer.failure, at });
    else {
      acked.current = { revision, version: answer.version };
      dispatch({ type: "saved", revision, version: answer.version, content, at });
    }
    return "version" in answer;
  }, [dispatch, send]);

  const push = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    running.current = attempt();
    const isSaved = await running.current;
    running.current = null;
    // A key pressed meanwhile is still to be saved: the debounce, or the next flush, takes it.
    return isSaved && latest.current.revision === acked.current.revision;
  }, [attempt]);
  const version = useCallback(() => acked.current.version, []);
  return { push, version };
}

/** The service only reads for a while: what was typed is sent again, as after a cut. */
const isMaintained = (save: EditorState["save"]): boolean =>
  save.kind === "refused" && save.failure.refusal === "SERVICE_MAINTENANCE";

type Answer =
  | { readonly version: number }
  | { readonly theirs: Theirs }
  | { readonly failure: Failure };

/** One save, and what the server made of it. A save whose answer was lost is found back, not fought with. */
function useSend(factureId: string) {
  const client = usePlainClient();
  const cache = trpc.useUtils();
  return useCallback(
    async (version: number, content: FactureContent): Promise<Answer> => {
      const input = { factureId, version, content };
      try {
        const saved = (await client.mutation("factures.update", input)) as { version: number };
        cache.factures.get.setData(
          { factureId },
          (known) =>
            known && { ...known, content, facture: { ...known.facture, version: saved.version } },
        );
        return { version: saved.version };
      } catch (error) {
        const failure = failureOf(error);
        const theirs = await theirsOf(failure, () => client.query("factures.get", { factureId }));
        if (!theirs) return { failure };
        return isSameContent(theirs.content, content) ? { version: theirs.version } : { theirs };
      }
    },
    [client, cache, factureId],
  );
}

/** On a conflict, what the server holds now. */
async function theirsOf({ refusal }: Failure, ask: () => Promise<unknown>): Promise<Theirs | null> {
  if (refusal !== "VERSION_CONFLICT") return null;
  try {
    return theirsIn((await ask()) as Draft);
  } catch {
    return null;
  }
}

export const theirsIn = ({ content, facture }: Draft): Theirs => ({
  content,
  version: facture.version,
  byNom: facture.updatedByNom,
});
