import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import type { EditedAjustement } from "./edited-ajustement";
import { useFieldProblems, useSheet } from "./editor-view";

type Props = {
  readonly rows: readonly EditedAjustement[];
  /** Of each row, as the checks name it. */
  readonly paths: readonly string[];
  /** How many more the procedures take. */
  readonly room: number;
  /** Key of the ligne they are of; absent for those of the whole document. */
  readonly ligne?: string;
};

/** Discounts and charges, each with its value and its reason, and the two ways to add one. */
export function AjustementRows({ rows, paths, room, ligne }: Props) {
  const { t } = useTranslation("factures");
  const { dispatch, facts } = useSheet();
  const words = ligne === undefined ? "ajustements.ajouter" : "ajustements.ajouterALigne";
  return (
    <>
      {rows.map((row, index) => (
        <Row key={row.key} row={row} rang={index + 1} path={paths[index] ?? ""} />
      ))}
      {facts.canWrite && room > 0 && (
        <div className="ajustements__ajouts">
          {(["remise", "frais"] as const).map((sens) => (
            <button
              key={sens}
              type="button"
              className="bouton bouton--discret bouton--petit"
              onClick={() =>
                dispatch({ type: "addAjustement", sens, ...(ligne !== undefined && { ligne }) })
              }
            >
              <Plus className="ic" aria-hidden />
              {t(`${words}.${sens}`)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

type RowProps = { readonly row: EditedAjustement; readonly rang: number; readonly path: string };

function Row({ row, rang, path }: RowProps) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  const isFaulty = useFieldProblems(`${path}.valeur`).length > 0 || !row.valeur.isRead;
  const { key, sens } = row;
  const nom = t(`ajustements.${sens}`);
  return (
    <div className="ajustements__rang">
      <label className="groupe">
        <span className="etiquette">{nom}</span>
        <input
          className="champ num"
          data-field={`${path}.valeur`}
          placeholder={t(`ajustements.exemple.${sens}`)}
          maxLength={30}
          autoComplete="off"
          value={row.valeur.typed}
          aria-invalid={isFaulty}
          onChange={({ target }) =>
            dispatch({ type: "ajustement", key, cell: "valeur", text: target.value })
          }
          onBlur={() => dispatch({ type: "settleHeader" })}
        />
      </label>
      <label className="groupe">
        <span className="etiquette">{t("ajustements.motif")}</span>
        <input
          className="champ"
          data-field={`${path}.motif`}
          placeholder={t(`ajustements.motifExemple.${sens}`)}
          maxLength={fieldLimits.motif}
          autoComplete="off"
          value={row.motif}
          onChange={({ target }) =>
            dispatch({ type: "ajustement", key, cell: "motif", text: target.value })
          }
        />
      </label>
      <button
        type="button"
        className="bouton bouton--discret bouton--icone"
        aria-label={t("ajustements.retirer", { nom, rang })}
        title={t("ajustements.retirer", { nom, rang })}
        onClick={() => dispatch({ type: "removeAjustement", key })}
      >
        <X className="ic" aria-hidden />
      </button>
    </div>
  );
}
