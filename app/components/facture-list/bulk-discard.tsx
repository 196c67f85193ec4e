import { useTranslation } from "react-i18next";
import { trpc } from "../../trpc";
import { Button } from "../button";
import { Modal } from "../facture-modal/modal";
import { BulkOutcome } from "../selection/bulk-outcome";
import { Progress } from "../selection/progress";
import { useBulk } from "../selection/use-bulk";
import { showToast } from "../toast/toast-store";
import type { Asked } from "./factures-bar";

type Props = { readonly asked: Asked; readonly onClose: () => void; readonly onDone: () => void };

/** The ticked brouillons are thrown away, once the person has read how many. */
export function BulkDiscard({ asked, onClose, onDone }: Props) {
  const { t } = useTranslation(["listes", "factures"]);
  const { data } = trpc.factures.selected.useQuery(asked, { staleTime: 0 });
  const discard = trpc.factures.discardMany.useMutation();
  const drafts = data?.rows.filter(({ number }) => number === null) ?? [];
  const { state, run, stop } = useBulk<(typeof drafts)[number]>();
  const start = async (rows: typeof drafts) => {
    const outcomes = await run(rows, (things) =>
      discard.mutateAsync({ factureIds: things.map(({ id }) => id) }),
    );
    const done = outcomes.filter(({ failure }) => failure === null).length;
    if (done > 0) showToast({ text: t("brouillons.faits", { count: done }) });
    if (done === rows.length) onDone();
  };
  const count = state.total || drafts.length;
  const isOver = state.step === "over";
  return (
    <Modal title={t("brouillons.titre", { count })} onClose={isOver ? onDone : onClose}>
      {state.step === "idle" && (
        <>
          <p>{t("brouillons.texte")}</p>
          <div className="acts acts--fin">
            <Button onClick={onClose}>{t("annuler")}</Button>
            <Button look="danger" disabled={drafts.length === 0} onClick={() => void start(drafts)}>
              {t("brouillons.confirmer", { count })}
            </Button>
          </div>
        </>
      )}
      {state.step === "running" && (
        <Progress
          label={t("brouillons.cours")}
          {...{ total: state.total, startedAt: state.startedAt, done: state.outcomes.length }}
          onCancel={stop}
        />
      )}
      {isOver && (
        <BulkOutcome
          state={state}
          things={drafts}
          nameOf={({ id, clientNom }) =>
            clientNom || `${t("factures:liste.sansClient")} ${id.slice(-4)}`
          }
          onRetry={(things) => void start([...things])}
          onClose={onDone}
        />
      )}
    </Modal>
  );
}
