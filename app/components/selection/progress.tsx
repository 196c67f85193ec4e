import { useTranslation } from "react-i18next";
import { Button } from "../button";

type Props = {
  readonly done: number;
  readonly total: number;
  /** Milliseconds UTC. */
  readonly startedAt: number;
  /** What is being done, as a name of the bar. */
  readonly label: string;
  readonly onCancel: () => void;
};

/** How far a long work is, how long it may still take, and the way to stop it. */
export function Progress({ done, total, startedAt, label, onCancel }: Props) {
  const { t } = useTranslation("listes");
  const elapsed = (Date.now() - startedAt) / 1_000;
  const left = done > 0 ? Math.ceil((elapsed / done) * (total - done)) : null;
  return (
    <div className="avancement">
      <progress aria-label={label} value={done} max={total} />
      <p className="note num" role="status">
        {t("avancement.compte", { done, total })}
        {left !== null && done < total && ` · ${t("avancement.reste", { count: left })}`}
      </p>
      <Button onClick={onCancel}>{t("avancement.annuler")}</Button>
    </div>
  );
}
