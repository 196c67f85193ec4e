import { useTranslation } from "react-i18next";
import { Modal } from "../facture-modal/modal";
import { useEditor } from "./editor-view";
import type { PastedColumn } from "./pasted-columns";
import type { PastedLigne, PastedTable } from "./pasted-lignes";

const columns = [
  "designation",
  "quantity",
  "unit",
  "unitPriceHt",
  "rate",
] as const satisfies PastedColumn[];

/** Rows of a spreadsheet before they are inserted, when some of their cells cannot be read. */
export function PasteModal() {
  const { t } = useTranslation("factures");
  const { state, dispatch } = useEditor();
  if (!state.pasting) return null;
  const { key, table } = state.pasting;
  const { rows, unread, leftOut } = table;
  const faulty = new Set(unread.map(({ row }) => row));
  const sound = rows.filter((_, index) => !faulty.has(index));
  const insert = (lignes: readonly PastedLigne[]) => dispatch({ type: "paste", key, lignes });
  const cancel = () => dispatch({ type: "cancelPaste" });
  return (
    <Modal title={t("collage.titre", { count: rows.length })} onClose={cancel}>
      <p>{unread.length > 0 && t("collage.illisibles", { count: unread.length })}</p>
      {leftOut.length > 0 && (
        <p className="note">{t("collage.totaux", { lignes: leftOut.join(", ") })}</p>
      )}
      <Rows table={table} />
      <div className="acts acts--fin">
        <button type="button" className="bouton" onClick={cancel}>
          {t("annuler")}
        </button>
        {sound.length > 0 && faulty.size > 0 && (
          <button type="button" className="bouton" onClick={() => insert(sound)}>
            {t("collage.seulementLues", { count: sound.length })}
          </button>
        )}
        <button type="button" className="bouton bouton--principal" onClick={() => insert(rows)}>
          {t("collage.inserer", { count: rows.length })}
        </button>
      </div>
    </Modal>
  );
}

function Rows({ table: { rows, unread } }: { readonly table: PastedTable }) {
  const { t } = useTranslation("factures");
  const isUnread = (row: number, column: PastedColumn) =>
    unread.some((one) => one.row === row && one.column === column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section className="collage" tabIndex={0} aria-label={t("collage.apercu")}>
      <table className="collage__table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`lignes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture of rows without identity.
            <tr key={index} data-kind={row.kind}>
              {columns.map((column) => (
                <td key={column} data-illisible={isUnread(index, column) || undefined}>
                  {isUnread(index, column) && <span className="vh">{t("collage.illisible")} </span>}
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
