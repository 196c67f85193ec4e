import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { countries } from "../../countries";
import type { ShipToField } from "./edited-ship-to";
import { useFieldProblems, useSheet } from "./editor-view";

const limits = {
  name: fieldLimits.nom,
  line1: fieldLimits.addressLine,
  line2: fieldLimits.addressLine,
  zip: fieldLimits.zip,
  city: fieldLimits.city,
} as const;

/** Where the goods go, when it is not where the facture goes. */
export function SideShipTo() {
  const { t } = useTranslation(["factures", "commun"]);
  const { content, dispatch, facts } = useSheet();
  const isUsed = content.shipTo !== null;
  return (
    <details className="mention cote__autres" open={isUsed || undefined}>
      <summary>
        <span>{t("livraison.titre")}</span>
      </summary>
      <div className="cote__autres-champs">
        <Text field="name" label={t("livraison.nom")} />
        <Text field="line1" label={t("commun:adresse.line1")} />
        <Text field="line2" label={t("commun:adresse.line2")} />
        <div className="cote__duo">
          <Text field="zip" label={t("commun:adresse.zip")} />
          <Text field="city" label={t("commun:adresse.city")} />
        </div>
        <Country />
        {isUsed && facts.canWrite && (
          <button
            type="button"
            className="bouton bouton--discret bouton--petit cote__jeter"
            onClick={() => dispatch({ type: "noShipTo" })}
          >
            {t("livraison.retirer")}
          </button>
        )}
      </div>
    </details>
  );
}

type TextProps = { readonly field: Exclude<ShipToField, "country">; readonly label: string };

function Text({ field, label }: TextProps) {
  const { facture, dispatch } = useSheet();
  const path = `shipTo.${field}`;
  const isFaulty = useFieldProblems(path).length > 0;
  return (
    <label className="groupe">
      <span className="etiquette">{label}</span>
      <input
        className={field === "zip" ? "champ num" : "champ"}
        data-field={path}
        autoComplete="off"
        maxLength={limits[field]}
        value={facture.shipTo[field]}
        aria-invalid={isFaulty}
        onChange={({ target }) => dispatch({ type: "shipTo", field, text: target.value })}
      />
    </label>
  );
}

function Country() {
  const { t } = useTranslation();
  const { facture, dispatch } = useSheet();
  return (
    <label className="groupe">
      <span className="etiquette">{t("adresse.country")}</span>
      <select
        className="champ"
        data-field="shipTo.country"
        value={facture.shipTo.country}
        onChange={({ target }) =>
          dispatch({ type: "shipTo", field: "country", text: target.value })
        }
      >
        {countries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
