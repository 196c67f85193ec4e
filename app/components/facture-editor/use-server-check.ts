import { useEffect, useState } from "react";
import type { Problem } from "#server/domain/refusal";
import { usePlainClient } from "../../session";
import { type Failure, failureOf, type RouterOutputs } from "../../trpc";

type Check = { readonly problems: readonly Problem[]; readonly failure: Failure | null };

const nothing: Check = { problems: [], failure: null };

/**
 * What only the server can say of the saved brouillon: the rules of the electronic format on the whole document, the
 * order of the dates, what changed meanwhile in the réglages. Asked after each save, once nothing is missing here.
 */
export function useServerCheck(factureId: string, version: number, isWanted: boolean): Check {
  const client = usePlainClient();
  const [check, setCheck] = useState(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is another document to judge.
  useEffect(() => {
    if (!isWanted) return setCheck(nothing);
    let isCurrent = true;
    client.query("factures.check", { factureId }).then(
      (answer) => {
        const { problems } = answer as RouterOutputs["factures"]["check"];
        if (isCurrent) setCheck({ problems, failure: null });
      },
      (error: unknown) => {
        const failure = failureOf(error);
        // No network, or issued meanwhile: said elsewhere.
        const isNews = failure.refusal === "ISSUE_BEFORE_LAST";
        if (isCurrent) setCheck({ problems: [], failure: isNews ? failure : null });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [client, factureId, version, isWanted]);
  return check;
}
