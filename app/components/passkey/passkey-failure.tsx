import { useTranslation } from "react-i18next";
import type { PasskeyFailure as Cause } from "../../use-passkeys";
import { FailureText } from "../failure-text";

/** Why no passkey came of it; a place kept for it, so that it is read out when it comes. */
export function PasskeyFailure({ failure }: { readonly failure: Cause }) {
  const { t } = useTranslation("compte");
  return (
    <p className="erreur" role="alert">
      {failure === "device" ? t("cles.abandon") : failure && <FailureText failure={failure} />}
    </p>
  );
}
