import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choicePath } from "../choice-path";
import { ErrorSummary } from "../components/error-summary";
import { PasskeyLogin } from "../components/passkey/passkey-login";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { TextField } from "../components/text-field";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { internalPath } from "../internal-path";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().compte.etape.onglet);

const give = (after: string) =>
  defineForm({
    procedure: "auth.giveSecondFactor",
    read: (form) => ({ code: form.text("code") }),
    next: ({ mustChooseSociete }) => (mustChooseSociete ? choicePath(after) : after),
  });

const destination = (request: Request) =>
  internalPath(new URL(request.url).searchParams.get("suite"), homePath);

export const action = (args: ActionFunctionArgs) => writes([give(destination(args.request))])(args);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const pending = await context.caller.auth.pending();
  if (!pending) throw redirect("/connexion", 303);
  return { ...pending, after: destination(request), demoCode: context.demoCode() };
}

/** After the password: a code, a recovery code or a passkey. */
export default function SecondeEtape() {
  const { t } = useTranslation("compte");
  const { after, hasPasskey, demoCode } = useLoaderData<typeof loader>();
  const form = give(after);
  const label = t("etape.code");
  return (
    <Gate title={t("etape.titre")} lead={t("etape.chapo")}>
      {hasPasskey && <PasskeyLogin isAlone={false} after={after} />}
      <Write
        form={form}
        className="formulaire"
        onDone={(output) => window.location.assign(form.next?.(output, { code: "" }) ?? after)}
      >
        <ErrorSummary labels={{ code: label }} />
        <TextField
          name="code"
          label={label}
          help={t("etape.codeAide")}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          figures
        />
        <SubmitButton wide>{t("etape.valider")}</SubmitButton>
      </Write>
      {demoCode && <p className="note porte-n">{t("etape.demonstration", { code: demoCode })}</p>}
      <p className="note porte-n">
        <Link className="lien" to="/connexion">
          {t("etape.recommencer")}
        </Link>
      </p>
    </Gate>
  );
}
