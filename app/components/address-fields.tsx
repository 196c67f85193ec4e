import { useTranslation } from "react-i18next";
import type { Address } from "#server/domain/facture";
import { fieldLimits } from "#server/domain/field-limits";
import { countries } from "../countries";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

/** Fields `address.line1` … `address.country`, as the API names them. */
export function AddressFields({ address }: { address: Address }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="address.line1"
        label={t("adresse.line1")}
        defaultValue={address.line1}
        maxLength={fieldLimits.addressLine}
        autoComplete="off"
      />
      <TextField
        name="address.line2"
        label={t("adresse.line2")}
        optional
        defaultValue={address.line2}
        maxLength={fieldLimits.addressLine}
        autoComplete="off"
      />
      <div className="form-ville">
        <TextField
          name="address.zip"
          label={t("adresse.zip")}
          figures
          defaultValue={address.zip}
          maxLength={fieldLimits.zip}
          autoComplete="off"
        />
        <TextField
          name="address.city"
          label={t("adresse.city")}
          defaultValue={address.city}
          maxLength={fieldLimits.city}
          autoComplete="off"
        />
      </div>
      <SelectField
        name="address.country"
        label={t("adresse.country")}
        options={countries().map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={address.country}
      />
    </>
  );
}
