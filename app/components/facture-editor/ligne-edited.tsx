import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatAmount } from "../../formats";
import { DesignationCell } from "./designation-cell";
import { type EditedLigne, isBlank } from "./edited-facture";
import type { EditorAction } from "./editor-reducer";
import { type Cell, detailCells, type EditorState, quickCells } from "./editor-state";
import { useEditor } from "./editor-view";
import { LigneDetails } from "./ligne-details";
import { NumberCell, RateCell, UnitCell } from "./ligne-inputs";
import { SectionTotal } from "./section-total";

type Props = {
  readonly ligne: EditedLigne;
  readonly index: number;
  readonly netHt: number;
  readonly drop: string | undefined;
  readonly onGrab: (event: PointerEvent<HTMLElement>, key: string) => void;
};

/** The row being written, every cell a field. */
export function LigneEdited({ ligne, index, netHt, drop, onGrab }: Props) {
  const { t } = useTranslation("factures");
  const { state, dispatch } = useEditor();
  const { key, kind } = ligne;
  const isUnfolded = state.open?.isUnfolded === true && kind === "ligne";
  const rang = index + 1;
  return (
    <li
      className={`ligne ligne--${kind} est-editee${isUnfolded ? " est-depliee" : ""}`}
      data-depot={drop}
      onKeyDown={(event) => {
        const action = actionOfKey(event, key, state);
        if (!action || event.defaultPrevented) return;
        event.preventDefault();
        dispatch(action);
      }}
    >
      <button
        type="button"
        className="ligne__poignee"
        tabIndex={-1}
        aria-label={t("lignes.deplacerAide", { rang })}
        title={t("lignes.deplacerAide", { rang })}
        onPointerDown={(event) => onGrab(event, key)}
      >
        <GripVertical className="ic" aria-hidden />
      </button>
      <DesignationCell ligne={ligne} index={index} />
      {kind === "ligne" && (
        <>
          <NumberCell ligne={ligne} index={index} cell="quantity" />
          <UnitCell ligne={ligne} index={index} />
          <NumberCell ligne={ligne} index={index} cell="unitPriceHt" />
          <RateCell ligne={ligne} index={index} />
          <span className={`ligne__net num${netHt === 0 ? " indice" : ""}`}>
            {formatAmount(netHt)}
          </span>
        </>
      )}
      <SectionTotal kind={kind} netHt={netHt} />
      <button
        type="button"
        className="ligne__oter"
        tabIndex={-1}
        aria-label={t("lignes.supprimer", { rang })}
        title={t("lignes.supprimerAide", { rang })}
        onClick={() => dispatch({ type: "remove", key })}
      >
        <Trash2 className="ic" aria-hidden />
      </button>
      <RowMoves rowKey={key} index={index} />
      {kind === "ligne" && <LigneDetails ligne={ligne} index={index} isUnfolded={isUnfolded} />}
    </li>
  );
}

/** Where there is no keyboard and no room for a handle: one press, one place. */
function RowMoves({ rowKey: key, index }: { readonly rowKey: string; readonly index: number }) {
  const { t } = useTranslation("factures");
  const { state, dispatch } = useEditor();
  const isLast = index === state.facture.lignes.length - 1;
  return (
    <span className="ligne__rang">
      <button
        type="button"
        className="bouton bouton--icone"
        tabIndex={-1}
        aria-label={t("lignes.monter", { rang: index + 1 })}
        disabled={index === 0}
        onClick={() => dispatch({ type: "move", key, by: -1 })}
      >
        <ArrowUp className="ic" aria-hidden />
      </button>
      <button
        type="button"
        className="bouton bouton--icone"
        tabIndex={-1}
        aria-label={t("lignes.descendre", { rang: index + 1 })}
        disabled={isLast}
        onClick={() => dispatch({ type: "move", key, by: 1 })}
      >
        <ArrowDown className="ic" aria-hidden />
      </button>
    </span>
  );
}

/** The cell the key was pressed in; none on a button, or in a discount or charge below the cells. */
function cellOf({ target }: KeyboardEvent): Cell | undefined {
  const name = (target as HTMLElement).dataset["field"]?.split(".").at(-1);
  return [...quickCells, ...detailCells].find((cell) => cell === name);
}

/** The end of an unfolded row, whatever it holds. */
function isLastDetail({ currentTarget, target }: KeyboardEvent): boolean {
  const controls = currentTarget.querySelectorAll(
    ".ligne__details :is(input, select, textarea, button)",
  );
  return controls.length > 0 && controls[controls.length - 1] === target;
}

/** Keys of a row. Tab past its last cell goes on to the next row; everything else is the browser's. */
function actionOfKey(event: KeyboardEvent, key: string, state: EditorState): EditorAction | null {
  if (event.key === "Tab" && !event.shiftKey && isLastDetail(event)) return goOn(key, state);
  const cell = cellOf(event);
  if (!cell || event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return altAction(event.key, key, cell, state);
  if (event.key === "Tab") return tabAction(event.shiftKey, key, cell, state);
  if (event.key === "Escape") return { type: "close" };
  return event.target instanceof HTMLTextAreaElement ? null : rowAction(event, key, cell);
}

/** Enter and the arrows change rows and keep the column; in a list of choices the arrows choose. */
function rowAction(event: KeyboardEvent, key: string, cell: Cell): EditorAction | null {
  if (event.key === "Enter") return { type: "go", key, by: event.shiftKey ? -1 : 1, cell };
  if (event.target instanceof HTMLSelectElement) return null;
  if (event.key === "ArrowDown") return { type: "go", key, by: 1, cell };
  return event.key === "ArrowUp" ? { type: "go", key, by: -1, cell } : null;
}

function altAction(
  pressed: string,
  key: string,
  cell: Cell,
  state: EditorState,
): EditorAction | null {
  if (pressed === "ArrowUp") return { type: "move", key, by: -1, cell };
  if (pressed === "ArrowDown") return { type: "move", key, by: 1, cell };
  if (pressed === "Delete" || pressed === "Backspace") return { type: "remove", key };
  if (pressed === "Enter" && state.open) return { type: "unfold", key };
  return null;
}

/** Null lets Tab go where the page leads: out of the sheet from its blank last row. */
function tabAction(isBack: boolean, key: string, cell: Cell, state: EditorState) {
  const { lignes } = state.facture;
  const index = lignes.findIndex((ligne) => ligne.key === key);
  const ligne = lignes[index];
  if (!ligne) return null;
  if (isBack)
    return cell === "designation" && index > 0
      ? ({ type: "go", key, by: -1, cell: "edge" } as const)
      : null;
  const isEnd = ligne.kind !== "ligne" ? cell === "designation" : cell === "rate";
  return isEnd && !state.open?.isUnfolded ? goOn(key, state) : null;
}

/** Nowhere from the blank row that ends the sheet. */
function goOn(key: string, state: EditorState): EditorAction | null {
  const { lignes } = state.facture;
  const index = lignes.findIndex((one) => one.key === key);
  const ligne = lignes[index];
  if (!ligne) return null;
  const isLast = index === lignes.length - 1;
  return isLast && isBlank(ligne) ? null : ({ type: "go", key, by: 1, cell: "edge" } as const);
}
