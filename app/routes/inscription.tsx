import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useSearchParams } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../components/error-summary";
import { NewPasswordField } from "../components/new-password-field";
import { MiniFacture } from "../components/public/mini-facture";
import { Promises } from "../components/public/promises";
import { PublicFooter } from "../components/public/public-footer";
import { PublicHeader } from "../components/public/public-header";
import { SubmitButton } from "../components/submit-button";
import { rythmeOf } from "../components/tarifs/offre";
import { TextField } from "../components/text-field";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().acces.inscription.onglet);

/** Chosen on the page of prices; the settings show it once signed in. */
const afterwards = (search: URLSearchParams): string => {
  const offre = search.get("offre");
  if (!offre) return "/connexion?compte=cree";
  const chosen = new URLSearchParams({ offre, rythme: rythmeOf(search.get("rythme")) });
  const suite = `/reglages/abonnement?${chosen}#offres`;
  return `/connexion?${new URLSearchParams({ compte: "cree", suite })}`;
};

const register = (next: string) =>
  defineForm({
    procedure: "auth.register",
    read: (form) => ({
      nom_societe: form.text("nom_societe"),
      email: form.text("email"),
      username: form.text("username"),
      password: form.raw("password"),
    }),
    next: () => next,
  });

export const action = (args: ActionFunctionArgs) =>
  writes([register(afterwards(new URL(args.request.url).searchParams))])(args);

export async function loader({ context }: LoaderFunctionArgs) {
  return (await context.caller.auth.me()) ? redirect(homePath) : null;
}

export default function Inscription() {
  const { t } = useTranslation("acces");
  const [nom, setNom] = useState("");
  const [search] = useSearchParams();
  const follow = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.name === "nom_societe") setNom(target.value);
  };
  return (
    <div className="duo">
      <main className="duo-g">
        <PublicHeader>
          <span className="doux">{t("inscription.deja")}</span>
          <Link className="lien" to="/connexion">
            {t("inscription.seConnecter")}
          </Link>
        </PublicHeader>
        <Write form={register(afterwards(search))} className="formulaire" onInput={follow}>
          <h1>{t("inscription.titre")}</h1>
          <p className="chapo">
            {t(search.has("offre") ? "inscription.chapoOffre" : "inscription.chapo")}
          </p>
          <RegistrationFields />
          <SubmitButton wide>
            {nom.trim()
              ? t("inscription.envoyerNom", { nom: nom.trim() })
              : t("inscription.envoyer")}
          </SubmitButton>
        </Write>
        <PublicFooter />
      </main>
      <aside className="duo-d" aria-label={t("promesses.titre")}>
        <MiniFacture nom={nom} label={t("inscription.apercu")} />
        <Promises />
      </aside>
    </div>
  );
}

function RegistrationFields() {
  const { t } = useTranslation("acces");
  const labels = {
    nom_societe: t("inscription.nom"),
    email: t("inscription.email"),
    username: t("inscription.identifiant"),
    password: t("inscription.motDePasse"),
  };
  return (
    <>
      <ErrorSummary labels={labels} />
      <div className="form-grille">
        <TextField name="nom_societe" label={labels.nom_societe} autoComplete="organization" />
        <TextField
          name="email"
          label={labels.email}
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
        />
        <TextField
          name="username"
          label={labels.username}
          help={t("inscription.identifiantAide")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordField label={labels.password} help={t("inscription.motDePasseAide")} />
      </div>
    </>
  );
}
