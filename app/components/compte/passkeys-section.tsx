import { useNavigate } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { defineForm } from "../../define-form";
import { usePlainClient } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { usePasskeys } from "../../use-passkeys";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { FormSection } from "../form-section";
import { PasskeyFailure } from "../passkey/passkey-failure";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { removePasskeyForm, renamePasskeyForm } from "./compte-forms";
import { ConfirmedAct } from "./confirmed-act";
import type { Compte } from "./use-compte";

type Passkey = Compte["passkeys"][number];

export function PasskeysSection({ compte }: { readonly compte: Compte }) {
  const { t } = useTranslation("compte");
  return (
    <FormSection id="cles" title={t("cles.titre")} note={t("cles.note")}>
      {compte.passkeys.length === 0 ? (
        <p className="note">{t("cles.aucune")}</p>
      ) : (
        <ul className="compte-liste">
          {compte.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <AddPasskey />
    </FormSection>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: Passkey }) {
  const { t } = useTranslation("compte");
  const { id, nom, createdAt, lastUsedAt } = passkey;
  const used =
    lastUsedAt === null ? t("cles.jamais") : t("cles.utiliseeLe", { jour: longDayOf(lastUsedAt) });
  const label = t("cles.nom");
  return (
    <li>
      <p className="compte-liste__t">
        <KeyRound className="ic" aria-hidden />
        <b>{nom}</b>
      </p>
      <p className="note">
        {t("cles.ajouteeLe", { jour: longDayOf(createdAt) })}, {used}
      </p>
      <details className="compte-plus">
        <summary>{t("cles.modifier", { nom })}</summary>
        <Write form={renamePasskeyForm} about={id} className="form-grille compte-acte">
          <ErrorSummary labels={{ nom: label }} />
          <input type="hidden" name="passkeyId" value={id} />
          <TextField name="nom" label={label} defaultValue={nom} />
          <div className="acts acts--ligne">
            <SubmitButton plain>{t("cles.renommer")}</SubmitButton>
          </div>
        </Write>
        <ConfirmedAct
          form={removePasskeyForm}
          about={id}
          submit={t("cles.retirerNom", { nom })}
          look="danger"
        >
          <input type="hidden" name="passkeyId" value={id} />
        </ConfirmedAct>
      </details>
    </li>
  );
}

const startForm = defineForm({
  procedure: "compte.startPasskey",
  read: (form) => ({
    nom: form.text("nom"),
    current_password: form.raw("current_password"),
  }),
});

/** The password, then the device: only where the browser can. */
function AddPasskey() {
  const { t } = useTranslation("compte");
  const navigate = useNavigate();
  const { isAvailable, failure, attempt } = usePasskeys();
  const client = usePlainClient();
  const label = t("cles.nom");
  if (!isAvailable) return <p className="note">{t("cles.sansJavascript")}</p>;
  const make = ({ nom, options }: Started) =>
    attempt(async ({ startRegistration }) => {
      const response = await startRegistration({ optionsJSON: options });
      const answer = await client.mutation("compte.addPasskey", { nom, response });
      const { hasNewCodes } = answer as RouterOutputs["compte"]["addPasskey"];
      navigate(hasNewCodes ? "/compte/codes-de-secours" : "/compte?fait=cle#cles");
    });
  return (
    <details className="compte-plus">
      <summary>{t("cles.ajouter")}</summary>
      <ConfirmedAct
        form={startForm}
        submit={t("cles.ajouter")}
        labels={{ nom: label }}
        onDone={make}
      >
        <TextField name="nom" label={label} help={t("cles.nomAide")} />
      </ConfirmedAct>
      <PasskeyFailure failure={failure} />
    </details>
  );
}

type Started = RouterOutputs["compte"]["startPasskey"];
