import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldLimits } from "#server/domain/field-limits";
import { type RouterOutputs, trpc } from "../../trpc";
import { useWriteState } from "../../write";
import { FormSection } from "../form-section";
import { SelectField } from "../select-field";
import { TextAreaField } from "../text-area-field";
import { ColourField } from "./colour-field";
import { LogoForm } from "./logo-form";
import { footerForm, marqueForm } from "./marque-forms";
import { type Looks, looksOf, MarquePreview } from "./marque-preview";
import { SettingsForm } from "./settings-form";
import { TemplateChoice } from "./template-choice";

type Societe = RouterOutputs["societe"]["get"];
type Marque = Societe["marque"];
type Props = Pick<Societe, "emetteur" | "marque">;

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

/** How the société looks, and beside it what that gives, before it is kept. */
export function MarqueSettings({ emetteur, marque }: Props) {
  const { t } = useTranslation("reglages");
  const drawnFrom = trpc.societe.get.useQuery().dataUpdatedAt;
  const [looks, setLooks] = useState<Looks>(marque);
  const typing = useRef<HTMLDivElement>(null);
  const reread = () =>
    setTimeout(() => {
      const form = typing.current?.querySelector("form");
      if (form) setLooks((before) => looksOf(new FormData(form), before));
    });
  return (
    <div className="marque">
      <div className="marque-g">
        <FormSection title={t("marque.logo")}>
          <LogoForm nom={emetteur.nom} logoSha256={marque.logoSha256} />
        </FormSection>
        <FormSection title={t("marque.aspect")} note={t("marque.note")}>
          {/* biome-ignore lint/a11y: it only listens to the fields inside, which the keyboard reaches. */}
          <div ref={typing} onInput={reread} onClick={reread}>
            <LooksForm marque={marque} />
          </div>
        </FormSection>
        <FormSection title={t("marque.basDePage")}>
          <SettingsForm form={footerForm} labels={{ footer: t("marque.basDePage") }}>
            <TextAreaField
              name="footer"
              label={t("marque.basDePage")}
              optional
              help={t("marque.basDePageAide")}
              rows={3}
              defaultValue={emetteur.footer}
              maxLength={fieldLimits.footer}
            />
          </SettingsForm>
        </FormSection>
      </div>
      <MarquePreview nom={emetteur.nom} looks={looks} drawnFrom={drawnFrom} />
    </div>
  );
}

function LooksForm({ marque }: { readonly marque: Marque }) {
  const { t } = useTranslation("reglages");
  const labels = { accent: t("marque.accent"), second: t("marque.second") };
  return (
    <SettingsForm form={marqueForm} labels={labels} onSaved={rereadColours}>
      <Colours marque={marque} />
      <TemplateChoice current={marque.template} />
      <div className="form-deux">
        <SelectField
          name="police"
          label={t("marque.police")}
          defaultValue={marque.police}
          options={[
            { value: "inter", label: "Inter" },
            { value: "source-serif", label: "Source Serif 4" },
          ]}
        />
        <SelectField
          name="window"
          label={t("marque.fenetre")}
          defaultValue={marque.window}
          options={[
            { value: "right", label: t("marque.droite") },
            { value: "left", label: t("marque.gauche") },
          ]}
        />
      </div>
    </SettingsForm>
  );
}

function Colours({ marque }: { readonly marque: Marque }) {
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
