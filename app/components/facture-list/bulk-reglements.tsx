import { useState } from "react";
import { useTranslation } from "react-i18next";
import { selectedMax } from "#server/domain/selection-limits";
import { formatEuros } from "../../formats";
import { type InputOf, type RouterOutputs, trpc } from "../../trpc";
import { Modal } from "../facture-modal/modal";
import { BulkOutcome } from "../selection/bulk-outcome";
import { Progress } from "../selection/progress";
import { useBulk } from "../selection/use-bulk";
import { showToast } from "../toast/toast-store";
import type { Asked } from "./factures-bar";
import { PaymentForm } from "./payment-form";

type Props = { readonly asked: Asked; readonly onClose: () => void; readonly onDone: () => void };

export type Payment = Omit<InputOf<"reglements.recordMany">, "reglements" | "idempotencyKey">;
type Selected = RouterOutputs["factures"]["selected"]["rows"][number];
type Payable = Selected & { readonly reste: number };

const isPayable = (row: Selected): row is Payable => (row.reste ?? 0) > 0;

/** Money received on several factures: what each still owes, one règlement each, answered line by line. */
export function BulkReglements({ asked, onClose, onDone }: Props) {
  const { t } = useTranslation("listes");
  const { data } = trpc.factures.selected.useQuery(asked, { staleTime: 0 });
  const [payables, setPayables] = useState<readonly Payable[]>([]);
  const [payment, setPayment] = useState<Payment | null>(null);
  const { state, send, stop } = useRecording();
  const start = (asked: Payment) => {
    const rows = data?.rows.filter(isPayable) ?? [];
    setPayables(rows);
    setPayment(asked);
    void send(rows, asked);
  };
  const close = state.step === "over" ? onDone : onClose;
  const count = data?.rows.filter(isPayable).length ?? 0;
  return (
    <Modal
      title={t("reglements.titre", { count: state.total || count })}
      onClose={state.step === "running" ? stop : close}
    >
      {state.step === "idle" && data && <ToRecord data={data} onSubmit={start} onClose={onClose} />}
      {state.step === "running" && (
        <Progress
          label={t("reglements.cours")}
          {...{ total: state.total, startedAt: state.startedAt, done: state.outcomes.length }}
          onCancel={stop}
        />
      )}
      {state.step === "over" && payment && (
        <BulkOutcome
          state={state}
          things={payables}
          nameOf={({ number, clientNom }) => `${number} · ${clientNom}`}
          onRetry={(things) => void send(things, payment)}
          onClose={onDone}
        />
      )}
    </Modal>
  );
}

/** One key for the whole act: what was sent twice is recorded once. */
function useRecording() {
  const { t } = useTranslation("listes");
  const [key] = useState(() => crypto.randomUUID().slice(0, 23));
  const record = trpc.reglements.recordMany.useMutation();
  const { state, run, stop } = useBulk<Payable>();
  const send = async (rows: readonly Payable[], payment: Payment) => {
    const outcomes = await run(rows, (things) =>
      record.mutateAsync({
        ...payment,
        idempotencyKey: key,
        reglements: things.map(({ id, reste }) => ({ factureId: id, amount: reste })),
      }),
    );
    const count = outcomes.filter(({ failure }) => failure === null).length;
    if (count > 0) showToast({ text: t("reglements.faits", { count }) });
  };
  return { state, send, stop };
}

type ToRecordProps = {
  readonly data: RouterOutputs["factures"]["selected"];
  readonly onSubmit: (payment: Payment) => void;
  readonly onClose: () => void;
};

/** Rows named before the sum of the others. */
const namedMost = 5;

function ToRecord({ data, onSubmit, onClose }: ToRecordProps) {
  const { t } = useTranslation("listes");
  const payables = data.rows.filter(isPayable);
  const apart = data.rows.length - payables.length;
  if (payables.length === 0) return <p>{t("reglements.aucune")}</p>;
  const count = payables.length;
  const total = formatEuros(payables.reduce((sum, { reste }) => sum + reste, 0));
  return (
    <>
      <p>{t("reglements.texte", { count, total })}</p>
      <ul className="choisies" aria-label={t("reglements.liste")}>
        {payables.slice(0, namedMost).map(({ id, number, clientNom, reste }) => (
          <li key={id}>
            <span className="coupe">
              <span className="num">{number}</span> <span className="doux">{clientNom}</span>
            </span>
            <span className="num">{formatEuros(reste)}</span>
          </li>
        ))}
        {count > namedMost && <li>{t("reglements.autres", { count: count - namedMost })}</li>}
      </ul>
      {apart > 0 && <p className="note">{t("reglements.ecartees", { count: apart })}</p>}
      {data.isCapped && <p className="note">{t("reglements.plafond", { max: selectedMax })}</p>}
      <PaymentForm
        label={t("reglements.confirmer", { count, total })}
        onSubmit={onSubmit}
        onClose={onClose}
      />
    </>
  );
}
