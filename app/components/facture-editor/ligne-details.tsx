import { ChevronDown, PackagePlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { usePlainClient } from "../../session";
import { trpc } from "../../trpc";
import { AjustementRows } from "./ajustement-rows";
import { type EditedLigne, ligneAjustementPaths } from "./edited-facture";
import { cellField } from "./editor-state";
import { useFieldProblems, useSheet } from "./editor-view";
import { ajustementsMax } from "./side-ajustements";

type Props = {
  readonly ligne: EditedLigne;
  readonly index: number;
  readonly isUnfolded: boolean;
};

/** What few lignes need: description, nature, discounts, charges, and keeping it as a produit. */
export function LigneDetails({ ligne, index, isUnfolded }: Props) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  if (!isUnfolded)
    return (
      <button
        type="button"
        className="ligne__plus"
        tabIndex={-1}
        aria-label={t("lignes.details")}
        title={t("lignes.detailsAide")}
        onClick={() => dispatch({ type: "unfold", key: ligne.key })}
      >
        <ChevronDown className="ic ic--14" aria-hidden />
        {t("lignes.details")}
      </button>
    );
  return (
    <div className="ligne__details">
      <Description ligne={ligne} index={index} />
      <Nature ligne={ligne} index={index} />
      <Remise ligne={ligne} index={index} />
      <Ajustements ligne={ligne} index={index} />
      <Learn ligne={ligne} />
    </div>
  );
}

type FieldProps = Pick<Props, "ligne" | "index">;

function Description({ ligne, index }: FieldProps) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  return (
    <label className="ligne__description">
      <span>{t("lignes.long.description")}</span>
      <textarea
        className="champ"
        rows={2}
        data-field={cellField(index, "description")}
        maxLength={fieldLimits.description}
        value={ligne.description}
        onChange={({ target }) =>
          dispatch({ type: "cell", key: ligne.key, cell: "description", text: target.value })
        }
      />
    </label>
  );
}

function Nature({ ligne, index }: FieldProps) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  return (
    <label>
      <span>{t("lignes.long.nature")}</span>
      <select
        className="champ"
        data-field={cellField(index, "nature")}
        value={ligne.nature}
        onChange={({ target }) =>
          dispatch({ type: "cell", key: ligne.key, cell: "nature", text: target.value })
        }
      >
        <option value="service">{t("lignes.service")}</option>
        <option value="bien">{t("lignes.bien")}</option>
      </select>
    </label>
  );
}

function Remise({ ligne, index }: FieldProps) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  const { key } = ligne;
  const isFaulty = useFieldProblems(cellField(index, "remise")).length > 0;
  return (
    <>
      <label>
        <span>{t("lignes.long.remise")}</span>
        <input
          className="champ num"
          data-field={cellField(index, "remise")}
          placeholder={t("lignes.remiseExemple")}
          maxLength={30}
          autoComplete="off"
          value={ligne.remise.typed}
          aria-invalid={isFaulty || !ligne.remise.isRead}
          onChange={({ target }) =>
            dispatch({ type: "cell", key, cell: "remise", text: target.value })
          }
          onBlur={() => dispatch({ type: "settleCell", key, cell: "remise" })}
        />
      </label>
      <label>
        <span>{t("lignes.long.remiseMotif")}</span>
        <input
          className="champ"
          data-field={cellField(index, "remiseMotif")}
          placeholder={t("editeur.remise")}
          maxLength={fieldLimits.motif}
          value={ligne.remiseMotif}
          onChange={({ target }) =>
            dispatch({ type: "cell", key, cell: "remiseMotif", text: target.value })
          }
        />
      </label>
    </>
  );
}

/** One place is kept for the discount above. */
function Ajustements({ ligne, index }: FieldProps) {
  const { t } = useTranslation("factures");
  const { key, ajustements } = ligne;
  return (
    <fieldset className="ajustements">
      <legend className="vh">{t("ajustements.titreDeLigne")}</legend>
      <AjustementRows
        rows={ajustements}
        paths={ligneAjustementPaths(ligne, index)}
        room={ajustementsMax - 1 - ajustements.length}
        ligne={key}
      />
    </fieldset>
  );
}

/** A ligne typed by hand becomes a produit, proposed from then on. */
function Learn({ ligne }: Pick<Props, "ligne">) {
  const { t } = useTranslation("factures");
  const { dispatch } = useSheet();
  const client = usePlainClient();
  const cache = trpc.useUtils();
  const [state, setState] = useState<"ready" | "pending" | "refused">("ready");
  if (ligne.produitId !== null || ligne.designation.trim() === "") return null;
  const learn = async () => {
    setState("pending");
    try {
      const { produitId } = (await client.mutation("produits.create", {
        reference: "",
        designation: ligne.designation,
        description: ligne.description,
        unit: ligne.unit,
        unitPriceHt: ligne.unitPriceHt.value,
        rate: ligne.rate,
        nature: ligne.nature,
      })) as { produitId: string };
      dispatch({ type: "learnt", key: ligne.key, produitId });
      await cache.produits.invalidate();
    } catch {
      setState("refused");
    }
  };
  return (
    <div className="ligne__retenir">
      <button
        type="button"
        className="bouton bouton--discret bouton--petit"
        aria-disabled={state === "pending"}
        onClick={() => state !== "pending" && void learn()}
      >
        <PackagePlus className="ic" aria-hidden />
        {t("lignes.retenir")}
      </button>
      {state === "refused" && (
        <span className="erreur" role="alert">
          {t("lignes.nonRetenu")}
        </span>
      )}
    </div>
  );
}
