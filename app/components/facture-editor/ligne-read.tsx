import { GripVertical } from "lucide-react";
import { type Dispatch, type KeyboardEvent, type MouseEvent, memo, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatAmount, formatRate, formatUnit, withEuro } from "../../formats";
import type { EditedLigne } from "./edited-facture";
import type { EditorAction } from "./editor-reducer";
import type { Cell } from "./editor-state";
import { SectionTotal } from "./section-total";

type Props = {
  readonly ligne: EditedLigne;
  readonly index: number;
  readonly netHt: number;
  /** What the rules made of the rate asked for. */
  readonly rate: number;
  readonly dispatch: Dispatch<EditorAction>;
  readonly drop: string | undefined;
  readonly onGrab: (event: PointerEvent<HTMLElement>, key: string) => void;
  readonly canWrite: boolean;
};

/** A row as the document will show it; a click or Enter opens it where one clicked. */
export const LigneRead = memo(function LigneRead(props: Props) {
  const { ligne, index, netHt, dispatch, drop, onGrab, canWrite } = props;
  const { t } = useTranslation("factures");
  const { key, kind } = ligne;
  const open = (event: MouseEvent<HTMLElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-cell]")?.dataset["cell"];
    if (canWrite)
      dispatch({ type: "open", key, cell: (cell as Cell | undefined) ?? "designation" });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside is the keyboard's way.
    <li className={`ligne ligne--${kind}`} data-depot={drop} onClick={open}>
      {canWrite && (
        <button
          type="button"
          className="ligne__poignee"
          tabIndex={-1}
          aria-label={t("lignes.deplacer", { rang: index + 1 })}
          onPointerDown={(event) => onGrab(event, key)}
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => moveByKey(event, props)}
        >
          <GripVertical className="ic" aria-hidden />
        </button>
      )}
      <LigneName {...props} />
      {kind === "ligne" && <LigneFigures {...props} />}
      <SectionTotal kind={kind} netHt={netHt} />
    </li>
  );
});

function moveByKey(event: KeyboardEvent, { ligne, dispatch }: Props) {
  const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
  if (by === 0) return;
  event.preventDefault();
  dispatch({ type: "move", key: ligne.key, by });
}

function LigneName({ ligne, index, dispatch, canWrite }: Props) {
  const { t } = useTranslation("factures");
  const { key, designation, description } = ligne;
  const name = designation || t(`lignes.sansNom.${ligne.kind}`);
  if (!canWrite)
    return (
      <span className="ligne__nom">
        <b>{name}</b>
        {description && <small>{description}</small>}
      </span>
    );
  return (
    <span className="ligne__nom">
      <button
        type="button"
        className="modifiable"
        data-field={`lignes.${index}.designation`}
        aria-label={t("lignes.modifier", { rang: index + 1, nom: name })}
        onKeyDown={(event) => {
          if (event.altKey) moveByKey(event, { ligne, dispatch } as Props);
          if (event.key === "Delete") dispatch({ type: "remove", key });
        }}
      >
        <b className={designation ? "" : "indice"}>{name}</b>
      </button>
      {description && <small>{description}</small>}
      <LigneRemise ligne={ligne} />
    </span>
  );
}

function LigneRemise({ ligne }: Pick<Props, "ligne">) {
  const { t } = useTranslation("factures");
  const { remise, ajustements } = ligne;
  return (
    <>
      {remise.typed !== "" && <small>{t("lignes.remiseDe", { remise: remise.typed })}</small>}
      {ajustements.map(
        ({ key, sens, valeur, motif }) =>
          valeur.typed !== "" && (
            <small key={key}>
              {motif.trim() || t(`ajustements.${sens}`)} {valeur.typed}
            </small>
          ),
      )}
    </>
  );
}

function LigneFigures({ ligne, netHt, rate }: Props) {
  const { t } = useTranslation("factures");
  const { quantity, unit, unitPriceHt } = ligne;
  const price = unitPriceHt.typed || formatAmount(0);
  const wrong = (isRead: boolean) => (isRead ? "" : " est-fautif");
  return (
    <>
      <span className={`ligne__qte num${wrong(quantity.isRead)}`} data-cell="quantity">
        {quantity.typed || "0"}
      </span>
      <span className="ligne__unite" data-cell="unit">
        {formatUnit(unit)}
      </span>
      <span className={`ligne__pu num${wrong(unitPriceHt.isRead)}`} data-cell="unitPriceHt">
        {price}
      </span>
      <span className="ligne__tva num" data-cell="rate">
        {formatRate(rate)}
      </span>
      <span className="ligne__net montant">{formatAmount(netHt)}</span>
      <span className="ligne__calcul num">
        {`${quantity.typed} ${formatUnit(unit)} × ${withEuro(price)} · ${t("lignes.rate")}\u00a0${formatRate(rate)}`}
      </span>
    </>
  );
}
