import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RouterOutputs } from "../../trpc";
import { useWriteState } from "../../write";
import { FormSection } from "../form-section";
import { SelectField } from "../select-field";
import { ColourField } from "./colour-field";
import { LogoForm } from "./logo-form";
import { marqueForm } from "./marque-forms";
import { SettingsForm } from "./settings-form";
import { TemplateChoice } from "./template-choice";

type Props = {
  readonly nom: string;
  readonly marque: RouterOutputs["societe"]["get"]["marque"];
};

const shades = [
  { colour: "#1d4e89", name: "prusse" },
  { colour: "#1f5d45", name: "sapin" },
  { colour: "#9a3b26", name: "brique" },
  { colour: "#6b2a6b", name: "prune" },
  { colour: "#7a5a12", name: "ocre" },
] as const;

/** The page's own colour comes from a sheet: it is read again, and the page stays as it is. */
function rereadColours() {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[href^="/marque/style.css"]'))
    link.href = `/marque/style.css?${Date.now()}`;
}

export function MarqueSection({ nom, marque }: Props) {
  const { t } = useTranslation("reglages");
  const labels = { accent: t("marque.accent"), second: t("marque.second") };
  return (
    <FormSection id="marque" title={t("marque.titre")} note={t("marque.note")}>
      <LogoForm nom={nom} logoSha256={marque.logoSha256} />
      <SettingsForm form={marqueForm} labels={labels} onSaved={rereadColours}>
        <Colours marque={marque} />
        <TemplateChoice current={marque.template} />
        <SelectField
          name="window"
          label={t("marque.fenetre")}
          defaultValue={marque.window}
          options={[
            { value: "right", label: t("marque.droite") },
            { value: "left", label: t("marque.gauche") },
          ]}
        />
      </SettingsForm>
    </FormSection>
  );
}

function Colours({ marque }: Pick<Props, "marque">) {
  const { t } = useTranslation("reglages");
  const { typed } = useWriteState();
  const [accent, setAccent] = useState(typed["accent"] ?? marque.accent);
  const [second, setSecond] = useState(typed["second"] ?? marque.second);
  return (
    <>
      <fieldset className="groupe">
        <legend className="etiquette">{t("marque.teintes")}</legend>
        <div className="teintes">
          {shades.map(({ colour, name }) => (
            <button
              key={colour}
              type="button"
              className="teinte"
              aria-pressed={colour === accent}
              onClick={() => setAccent(colour)}
            >
              <span style={{ background: colour }} />
              {t(`marque.noms.${name}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <div className="form-deux">
        <ColourField name="accent" label={t("marque.accent")} value={accent} onChange={setAccent} />
        <ColourField name="second" label={t("marque.second")} value={second} onChange={setSecond} />
      </div>
    </>
  );
}
