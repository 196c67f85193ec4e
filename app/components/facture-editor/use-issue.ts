import { useNavigate } from "@remix-run/react";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { isConnectionLost } from "../../connection";
import { usePlainClient } from "../../session";
import { type Failure, failureOf } from "../../trpc";
import type { Autosave } from "./use-autosave";

export type Issuing = {
  readonly key: string;
  readonly isAsked: boolean;
  readonly isPending: boolean;
  readonly failure: Failure | null;
  /** « Émettre »: shows the consequences, or what is missing. */
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly confirm: () => void;
};

type Wire = {
  readonly factureId: string;
  readonly autosave: Autosave;
  /** The first key comes from the server, so that the page without JavaScript has one. */
  readonly firstKey: string;
  /** @returns whether nothing is missing; otherwise it has moved the focus. */
  readonly isReady: () => boolean;
};

/**
 * One act, one key: kept until an answer comes, so that a retry after a lost answer, or a double click, gives one
 * facture. Everything typed is saved first.
 */
export function useIssue({ factureId, autosave, firstKey, isReady }: Wire): Issuing {
  const client = usePlainClient();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [key, setKey] = useState(firstKey);
  const [isAsked, setAsked] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = useRef(false);

  const act = useMemo(() => {
    const send = async () => {
      if (!(await autosave.flush())) {
        // What stopped the save is said beside the sheet; that there is no network is said here as well.
        return isConnectionLost() ? setFailure(failureOf(null)) : setAsked(false);
      }
      const input = { factureId, version: autosave.version(), idempotencyKey: key };
      await client.mutation("factures.issue", input);
      await cache.invalidateQueries();
      navigate(`/factures/${factureId}`, { replace: true });
    };
    /** No answer: the same key goes again. A refusal is an answer. */
    const refused = (answer: Failure) => {
      setFailure(answer);
      if (answer.problems.length > 0) setAsked(false);
      if (!answer.offline) setKey(crypto.randomUUID());
    };
    const issue = async () => {
      if (busy.current) return;
      busy.current = true;
      setPending(true);
      setFailure(null);
      await send().catch((error: unknown) => refused(failureOf(error)));
      busy.current = false;
      setPending(false);
    };
    return {
      ask: () => {
        setFailure(null);
        if (isReady()) setAsked(true);
      },
      cancel: () => setAsked(false),
      confirm: () => void issue(),
    };
  }, [client, cache, navigate, factureId, autosave, key, isReady]);
  return useMemo(
    () => ({ key, isAsked, isPending, failure, ...act }),
    [key, isAsked, isPending, failure, act],
  );
}
