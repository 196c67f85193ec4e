import { useTranslation } from "react-i18next";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { confirmTotpForm } from "./compte-forms";

type Props = { readonly enrolment: NonNullable<RouterOutputs["compte"]["enrolment"]> };

/** The QR code an authenticator scans, the same key to type, and the first code it shows. */
export function Enrolment({ enrolment: { qr, secret } }: Props) {
  const { t } = useTranslation("compte");
  const label = t("activation.code");
  return (
    <>
      <p>{t("activation.scanner")}</p>
      <svg
        className="compte-qr"
        viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
        role="img"
        aria-label={t("activation.qr")}
      >
        <path d={qr.d} />
      </svg>
      <p className="note">
        {t("activation.cle")} <code className="compte-cle">{secret.replace(/(.{4})/g, "$1 ")}</code>
      </p>
      <Write form={confirmTotpForm} className="form-grille">
        <ErrorSummary labels={{ code: label }} />
        <TextField
          name="code"
          label={label}
          help={t("activation.codeAide")}
          inputMode="numeric"
          autoComplete="one-time-code"
          figures
        />
        <div className="acts acts--ligne">
          <SubmitButton>{t("activation.confirmer")}</SubmitButton>
        </div>
      </Write>
    </>
  );
}
