import { useTranslation } from "react-i18next";
import { useSentences } from "../../sentences";
import { Button } from "../button";
import type { BulkState, Outcome } from "./use-bulk";

type Props<T> = {
  readonly state: BulkState<T>;
  /** All that was to be done. */
  readonly things: readonly T[];
  readonly nameOf: (thing: T) => string;
  /** For those without an answer: sent again, they are done once. */
  readonly onRetry: (things: readonly T[]) => void;
  readonly onClose: () => void;
};

/** What became of each line: how many are done, and why each of the others is not. */
export function BulkOutcome<T>({ state, things, nameOf, onRetry, onClose }: Props<T>) {
  const { t } = useTranslation("listes");
  const { ofFailure } = useSentences();
  const { outcomes } = state;
  const failed = outcomes.filter(({ failure }) => failure !== null);
  const unknown = outcomes.filter(({ isUnknown }) => isUnknown);
  const refused = failed.length - unknown.length;
  const left = state.total - outcomes.length;
  const sentence = ({ failure, isUnknown }: Outcome<T>) =>
    isUnknown || !failure ? t("resultat.sansReponse") : ofFailure(failure);
  const again = [...unknown.map(({ thing }) => thing), ...rest(things, outcomes, state.total)];
  return (
    <>
      <p role="status">
        {[
          t("resultat.faites", { count: outcomes.length - failed.length }),
          refused > 0 && t("resultat.refusees", { count: refused }),
          left > 0 && t("resultat.nonFaites", { count: left }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {failed.length > 0 && (
        <ul className="choisies choisies--refus" aria-label={t("resultat.voir")}>
          {failed.map((outcome) => (
            <li key={nameOf(outcome.thing)}>
              <b>{nameOf(outcome.thing)}</b>
              <span>{sentence(outcome)}</span>
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && <p className="note">{t("resultat.sansReponseAide")}</p>}
      <div className="acts acts--fin">
        {again.length > 0 && (
          <Button onClick={() => onRetry(again)}>{t("resultat.reessayer")}</Button>
        )}
        <Button look="principal" onClick={onClose}>
          {t("fermer")}
        </Button>
      </div>
    </>
  );
}

/** Those a stop left untouched. */
function rest<T>(
  things: readonly T[],
  outcomes: readonly Outcome<T>[],
  total: number,
): readonly T[] {
  const reached = new Set(outcomes.map(({ thing }) => thing));
  return total > outcomes.length ? things.filter((thing) => !reached.has(thing)) : [];
}
