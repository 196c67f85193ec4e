import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import {
  cancelEmailForm,
  emailForm,
  endOthersForm,
  endSessionForm,
  identityForm,
  passwordForm,
  removePasskeyForm,
  removeTotpForm,
  renamePasskeyForm,
  renewCodesForm,
  verificationForm,
} from "../components/compte/compte-forms";
import { ComptePage } from "../components/compte/compte-page";
import { EmailSection } from "../components/compte/email-section";
import { IdentitySection } from "../components/compte/identity-section";
import { PasskeysSection } from "../components/compte/passkeys-section";
import { PasswordSection } from "../components/compte/password-section";
import { SecondFactorSection } from "../components/compte/second-factor-section";
import { SessionsSection } from "../components/compte/sessions-section";
import { useCompte } from "../components/compte/use-compte";
import { DoneFlash } from "../components/done-flash";
import { FormSection } from "../components/form-section";
import { LangueChoice } from "../components/langue-choice";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.titre);

export const action = writes([
  identityForm,
  verificationForm,
  emailForm,
  cancelEmailForm,
  passwordForm,
  renewCodesForm,
  removeTotpForm,
  renamePasskeyForm,
  removePasskeyForm,
  endSessionForm,
  endOthersForm,
]);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.compte.get.fetch(), queries.compte.sessions.fetch()]);

const sections = [
  ["identite", "identite.titre"],
  ["langue", "langue.titre"],
  ["email", "email.titre"],
  ["mot-de-passe", "motDePasse.titre"],
  ["second", "second.titre"],
  ["cles", "cles.titre"],
  ["sessions", "sessions.titre"],
  ["donnees", "donnees"],
] as const;

export default function ComptePersonnel() {
  const { t } = useTranslation("compte");
  const compte = useCompte();
  const done = {
    identite: t("enregistre"),
    verification: t("email.renvoye"),
    email: t("email.demande"),
    "email-garde": t("email.annule"),
    "mot-de-passe": t("motDePasse.change"),
    "totp-retire": t("second.retire"),
    codes: t("second.codesNotes"),
    cle: t("cles.ajoutee"),
    "cle-renommee": t("enregistre"),
    "cle-retiree": t("cles.retiree"),
    session: t("sessions.fermee"),
  };
  return (
    <ComptePage title={t("titre")}>
      <div className="reglages">
        <nav className="sommaire" aria-label={t("sommaire")}>
          {sections.map(([id, label]) => (
            <a key={id} href={`#${id}`}>
              {t(label)}
            </a>
          ))}
        </nav>
        <div className="reglages-c">
          <DoneFlash sentences={done} />
          <IdentitySection compte={compte} />
          <FormSection id="langue" title={t("langue.titre")} note={t("langue.note")}>
            <LangueChoice />
          </FormSection>
          <EmailSection compte={compte} />
          <PasswordSection compte={compte} />
          <SecondFactorSection compte={compte} />
          <PasskeysSection compte={compte} />
          <SessionsSection />
          <FormSection id="donnees" title={t("donnees")} note={t("donneesNote")}>
            <div className="acts acts--ligne">
              <ButtonLink to="/compte/donnees">{t("donneesVoir")}</ButtonLink>
            </div>
          </FormSection>
        </div>
      </div>
    </ComptePage>
  );
}
