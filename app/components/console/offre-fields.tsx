import { useTranslation } from "react-i18next";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { CheckField } from "../check-field";
import { ErrorSummary } from "../error-summary";
import { MoneyField } from "../money-field";
import { SubmitButton } from "../submit-button";
import { TextAreaField } from "../text-area-field";
import { TextField } from "../text-field";
import { offreForm } from "./offre-forms";

export type OffreView = RouterOutputs["consolePlans"]["get"];

/** An offer being made or changed; null: a new one. */
export function OffreFields({ offre }: { readonly offre: OffreView | null }) {
  const { t } = useTranslation(["vente", "verite"]);
  const champs = (name: "nom" | "mois" | "an" | "factures" | "utilisateurs" | "stockage") =>
    t(`vente:champs.${name}`);
  const labels = {
    ...{ nom: champs("nom"), mois: champs("mois"), an: champs("an") },
    ...{ facturesParMois: champs("factures"), utilisateurs: champs("utilisateurs") },
    ...{ stockageMo: champs("stockage"), reason: t("verite:raison") },
  };
  return (
    <Write form={offreForm} className="form-grille">
      <ErrorSummary labels={labels} />
      <input type="hidden" name="offre" value={offre?.offre ?? ""} />
      <TextField name="nom" label={champs("nom")} defaultValue={offre?.nom ?? ""} />
      {offre?.isFree ? <input type="hidden" name="mois" value="0" /> : <Prices offre={offre} />}
      <Limits offre={offre} />
      <CheckField
        name="modeles"
        label={t("vente:champs.modeles")}
        defaultChecked={offre?.features.includes("modeles") ?? true}
      />
      <TextAreaField
        name="reason"
        label={t("verite:raison")}
        help={t("verite:raisonAide")}
        maxLength={500}
      />
      <p>
        <SubmitButton>{t(offre ? "vente:enregistrer" : "vente:creer")}</SubmitButton>
      </p>
    </Write>
  );
}

function Prices({ offre }: { readonly offre: OffreView | null }) {
  const { t } = useTranslation("vente");
  return (["mois", "an"] as const).map((name) => (
    <MoneyField
      key={name}
      name={name}
      label={t(`champs.${name}`)}
      help={t("champs.prixAide")}
      optional
      defaultCents={offre?.[name]?.priceHt ?? null}
    />
  ));
}

function Limits({ offre }: { readonly offre: OffreView | null }) {
  const { t } = useTranslation("vente");
  const fields = [
    { name: "facturesParMois", key: "factures", value: offre?.limits.factures },
    { name: "utilisateurs", key: "utilisateurs", value: offre?.limits.utilisateurs },
    { name: "stockageMo", key: "stockage", value: offre?.limits.stockage },
  ] as const;
  return fields.map(({ name, key, value }) => (
    <TextField
      key={name}
      name={name}
      inputMode="numeric"
      figures
      label={t(`champs.${key}`)}
      help={t("champs.limiteAide")}
      optional
      defaultValue={value == null ? "" : String(value)}
    />
  ));
}
