import type { ClipboardEvent } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { trpc } from "../../trpc";
import type { EditedLigne } from "./edited-facture";
import { cellField } from "./editor-state";
import { useFieldProblems, useSheet } from "./editor-view";
import { parsePasted } from "./pasted-lignes";
import { ProduitSuggestions } from "./produit-suggestions";
import { useCombobox } from "./use-combobox";
import { useDebounced } from "./use-debounced";

type Props = { readonly ligne: EditedLigne; readonly index: number };

/** What is sold: free text, or a produit that fills the row. Rows of a spreadsheet may be pasted here. */
export function DesignationCell({ ligne, index }: Props) {
  const { t } = useTranslation("factures");
  const { dispatch, rates } = useSheet();
  const { key, designation, kind } = ligne;
  const field = cellField(index, "designation");
  const isFaulty = useFieldProblems(field).length > 0;
  const { box, produits, onTyped } = useProduits(ligne);
  const paste = (event: ClipboardEvent) => {
    const table = parsePasted(event.clipboardData.getData("text/plain"), rates);
    if (!table) return;
    event.preventDefault();
    const isSound = table.unread.length + table.leftOut.length === 0;
    if (isSound) dispatch({ type: "paste", key, lignes: table.rows });
    else dispatch({ type: "askPaste", key, table });
  };
  const isLigne = kind === "ligne";
  return (
    <>
      <label className="ligne__nom">
        <span className="vh">{t(`lignes.long.${isLigne ? "designation" : kind}`)}</span>
        <input
          {...(isLigne ? box.inputProps : { autoComplete: "off" })}
          data-field={field}
          value={designation}
          maxLength={fieldLimits.designation}
          placeholder={t(`lignes.sansNom.${kind}`)}
          aria-invalid={isFaulty}
          onPaste={paste}
          onFocus={() => designation === "" && box.open()}
          onBlur={box.close}
          onChange={({ target }) => {
            dispatch({ type: "cell", key, cell: "designation", text: target.value });
            onTyped();
          }}
          onKeyDown={(event) => {
            if (isLigne && box.onKey(event)) event.preventDefault();
          }}
        />
      </label>
      {isLigne && box.isShown && (
        <ProduitSuggestions box={box} produits={produits} typed={designation.trim()} />
      )}
    </>
  );
}

/** The most used produits before typing, then those that contain what is typed. */
function useProduits({ key, kind, designation, produitId }: EditedLigne) {
  const { dispatch } = useSheet();
  const [isAsking, setAsking] = useState(designation === "");
  const q = useDebounced(designation.trim(), 80);
  const { data = [] } = trpc.produits.suggest.useQuery(
    { q },
    {
      enabled: kind === "ligne" && isAsking && produitId === null,
      placeholderData: (before) => before,
      staleTime: 10_000,
    },
  );
  const produits = isAsking && produitId === null ? data : [];
  const keeps = designation.trim() === "" ? 0 : 1;
  const box = useCombobox({
    count: produits.length === 0 ? 0 : produits.length + keeps,
    startsOnFirst: designation.trim() !== "",
    onPick: (index) => {
      const produit = produits[index];
      if (produit) dispatch({ type: "suggestion", key, produit });
      setAsking(false);
    },
  });
  const onTyped = () => {
    setAsking(true);
    box.open();
  };
  return { box, produits, onTyped };
}
