import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { choicePath } from "../choice-path";
import { ErrorSummary } from "../components/error-summary";
import { Flash } from "../components/flash";
import { PasskeyLogin } from "../components/passkey/passkey-login";
import { PasswordField } from "../components/password-field";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { TextField } from "../components/text-field";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { internalPath } from "../internal-path";
import { pageTitle } from "../page-title";
import { marqueAt, marqueLinks } from "../public-marque";
import { Write } from "../write";
import { writes } from "../write.server";

/** `/connexion/<slug>`: the same page in the colours of one société, for whoever knows its address. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(words().acces.connexion.onglet),
  ...(data?.marque ? marqueLinks(data.marque) : []),
];

const login = (after: string) =>
  defineForm({
    procedure: "auth.login",
    read: (form) => ({ identifiant: form.text("identifiant"), password: form.raw("password") }),
    next: ({ mustGiveSecondFactor, mustChooseSociete }) => {
      if (mustGiveSecondFactor)
        return `/connexion/second-facteur?suite=${encodeURIComponent(after)}`;
      return mustChooseSociete ? choicePath(after) : after;
    },
  });

/** Where the person was going before being asked who they are. */
const destination = (request: Request) =>
  internalPath(new URL(request.url).searchParams.get("suite"), homePath);

export const action = (args: ActionFunctionArgs) =>
  writes([login(destination(args.request))])(args);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const after = destination(request);
  if (await context.caller.auth.me()) throw redirect(after);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.getAll("suite");
  // Neither followed nor repeated: a form keeps the address of its page.
  if (asked.some((one) => internalPath(one, "") === "")) throw redirect("/connexion");
  return {
    marque: await marqueAt(context, params["slug"]),
    after,
    isAsked: asked.length > 0,
    isNew: searchParams.get("compte") === "cree",
    isErased: searchParams.get("compte") === "efface",
    isChanged: searchParams.get("mot-de-passe") === "change",
  };
}

export default function Connexion() {
  const { t } = useTranslation("acces");
  const { marque, after, isAsked, isNew, isErased, isChanged } = useLoaderData<typeof loader>();
  const form = login(after);
  const labels = {
    identifiant: t("connexion.identifiant"),
    password: t("connexion.motDePasse"),
  };
  return (
    <Gate title={t("connexion.titre")} lead={t("connexion.chapo")} marque={marque}>
      {isNew && <Flash>{t("connexion.bienvenue")}</Flash>}
      {isErased && <Flash>{t("connexion.efface")}</Flash>}
      {isAsked && <p className="note porte-n">{t("connexion.reprise")}</p>}
      {isChanged && <Flash>{t("connexion.change")}</Flash>}
      {/* A whole new page: nothing of the previous person may stay in the browser's memory. */}
      <Write
        form={form}
        className="formulaire"
        onDone={(output) => window.location.assign(form.next?.(output, EMPTY) ?? after)}
      >
        <ErrorSummary labels={labels} />
        <TextField
          name="identifiant"
          label={labels.identifiant}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={labels.password}
          autoComplete="current-password"
          beside={
            <Link className="lien texte-13" to="/mot-de-passe-oublie">
              {t("connexion.oublie")}
            </Link>
          }
        />
        <SubmitButton wide>{t("connexion.envoyer")}</SubmitButton>
      </Write>
      <PasskeyLogin isAlone after={after} />
      <p className="note porte-n">
        {t("connexion.pasEncore")}{" "}
        <Link className="lien" to="/inscription">
          {t("connexion.creer")}
        </Link>
      </p>
    </Gate>
  );
}

const EMPTY = { identifiant: "", password: "" };
