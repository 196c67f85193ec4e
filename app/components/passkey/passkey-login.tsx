import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { choicePath } from "../../choice-path";
import { usePlainClient } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { usePasskeys } from "../../use-passkeys";
import { Button } from "../button";
import { PasskeyFailure } from "./passkey-failure";

type Props = {
  /** Instead of the password, not after it. */
  readonly isAlone: boolean;
  /** Where the person was going. */
  readonly after: string;
};

/** Logs in with a passkey of this device; shown where the browser can. */
export function PasskeyLogin({ isAlone, after }: Props) {
  const { t } = useTranslation("compte");
  const client = usePlainClient();
  const { isAvailable, failure, attempt } = usePasskeys();
  if (!isAvailable) return null;
  const logIn = () =>
    attempt(async ({ startAuthentication }) => {
      const asked = await client.mutation("auth.startPasskeyLogin", { isAlone });
      const optionsJSON = asked as RouterOutputs["auth"]["startPasskeyLogin"];
      const response = await startAuthentication({ optionsJSON });
      const opened = await client.mutation("auth.loginWithPasskey", { response, isAlone });
      const { mustChooseSociete } = opened as RouterOutputs["auth"]["loginWithPasskey"];
      window.location.assign(mustChooseSociete ? choicePath(after) : after);
    });
  return (
    <div className="acte-seul">
      <Button wide onClick={logIn}>
        <KeyRound className="ic" aria-hidden />
        {t(isAlone ? "etape.cleSeule" : "etape.cle")}
      </Button>
      <PasskeyFailure failure={failure} />
    </div>
  );
}
