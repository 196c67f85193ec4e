import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSentences } from "../../sentences";
import { trpc } from "../../trpc";
import { useBulk } from "../selection/use-bulk";
import { showToast } from "../toast/toast-store";

export type Archivable = "clients" | "produits";

/**
 * Archives rows or brings them back. They leave the list before the service has answered: it hardly ever refuses, and what
 * it refuses comes back with its reason.
 */
export function useArchiving(noun: Archivable) {
  const { t } = useTranslation("listes");
  const { ofFailure } = useSentences();
  const hide = useHiding(noun);
  const clients = trpc.clients.archiveMany.useMutation();
  const produits = trpc.produits.archiveMany.useMutation();
  const { run } = useBulk<string>();
  const send = (ids: readonly string[], isArchived: boolean) =>
    noun === "clients"
      ? clients.mutateAsync({ clientIds: [...ids], isArchived })
      : produits.mutateAsync({ produitIds: [...ids], isArchived });

  return async function archive(ids: readonly string[], isArchived: boolean): Promise<void> {
    await hide(new Set(ids));
    const outcomes = await run(ids, (some) => send(some, isArchived));
    const done = outcomes.filter(({ failure }) => failure === null).map(({ thing }) => thing);
    const refused = outcomes.find(({ failure }) => failure !== null);
    if (refused?.failure) {
      const count = ids.length - done.length;
      showToast({ text: t("faits.refuses", { count, raison: ofFailure(refused.failure) }) });
    }
    if (done.length === 0) return;
    const text = t(isArchived ? `faits.${noun}_archives` : `faits.${noun}_sortis`, {
      count: done.length,
    });
    const act = () => void archive(done, !isArchived);
    showToast({ text, undo: { label: t("annulerActe"), act } });
  };
}

/** Takes rows out of every page of the list that is on screen; the service's answer sets it right. */
function useHiding(noun: Archivable) {
  const queries = useQueryClient();
  return async (ids: ReadonlySet<string>) => {
    const queryKey = [[noun, "list"]];
    await queries.cancelQueries({ queryKey });
    queries.setQueriesData<{ readonly rows: readonly { readonly id: string }[] }>(
      { queryKey },
      (page) => page && { ...page, rows: page.rows.filter(({ id }) => !ids.has(id)) },
    );
  };
}
