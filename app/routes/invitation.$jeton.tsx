import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "../components/button";
import { ErrorSummary } from "../components/error-summary";
import { NewPasswordField } from "../components/new-password-field";
import { Gate } from "../components/public/gate";
import { SubmitButton } from "../components/submit-button";
import { TextField } from "../components/text-field";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { Write } from "../write";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().equipe.invitation.onglet);

const join = (token: string) =>
  defineForm({ procedure: "invitation.join", read: () => ({ token }), next: () => homePath });

const register = (token: string) =>
  defineForm({
    procedure: "invitation.register",
    read: (form) => ({
      token,
      prenom: form.text("prenom"),
      nom: form.text("nom"),
      username: form.text("username"),
      password: form.raw("password"),
    }),
    next: () => "/connexion?compte=cree",
  });

export const action = (args: ActionFunctionArgs) => {
  const token = args.params["jeton"] ?? "";
  return writes([join(token), register(token)])(args);
};

/** Opening the link changes nothing: mail readers open links too. Only a form answers the invitation. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const token = params["jeton"] ?? "";
  const me = await context.caller.auth.me();
  const email = me?.user.email ?? null;
  try {
    return { token, email, invitation: await context.caller.invitation.get({ token }) };
  } catch (error) {
    if (context.failure(error).refusal !== "INVITATION_LINK_INVALID") throw error;
    return { token, email, invitation: null };
  }
}

export default function Invitation() {
  const { t } = useTranslation("equipe");
  const { token, email, invitation } = useLoaderData<typeof loader>();
  if (invitation === null)
    return (
      <Gate title={t("invitation.morteTitre")} lead={t("invitation.morteTexte")}>
        <ButtonLink wide to="/">
          {t("invitation.accueil")}
        </ButtonLink>
      </Gate>
    );
  const { nomSociete: societe, inviteur } = invitation;
  const lead =
    inviteur === null
      ? t("invitation.chapoSeul", { societe })
      : t("invitation.chapo", { inviteur, societe });
  return (
    <Gate title={t("invitation.titre", { societe })} lead={lead}>
      <Facts invitation={invitation} />
      <Answer token={token} email={email} invitation={invitation} />
    </Gate>
  );
}

type Found = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["invitation"]>;
type Props = {
  readonly token: string;
  /** Of who is logged in, or null. */
  readonly email: string | null;
  readonly invitation: Found;
};

function Facts({ invitation: { role, email } }: Pick<Props, "invitation">) {
  const { t } = useTranslation(["equipe", "commun"]);
  return (
    <dl className="definition invitation-f">
      <dt>{t("invitation.role")}</dt>
      <dd>{t(`commun:role.${role}`)}</dd>
      <dt>{t("invitation.adresse")}</dt>
      <dd>{email}</dd>
    </dl>
  );
}

/** One way in for each situation: logged in as the right person or as another one, with an account or without. */
function Answer({ token, email, invitation }: Props) {
  if (email === null)
    return invitation.hasAccount ? <LogInFirst token={token} /> : <NewAccount token={token} />;
  const isTheirs = email.toLowerCase() === invitation.email.toLowerCase();
  return isTheirs ? (
    <JoinNow token={token} email={email} societe={invitation.nomSociete} />
  ) : (
    <AnotherAccount email={email} invite={invitation.email} />
  );
}

type JoinProps = { readonly token: string; readonly email: string; readonly societe: string };

function JoinNow({ token, email, societe }: JoinProps) {
  const { t } = useTranslation("equipe");
  return (
    <Write
      form={join(token)}
      className="formulaire"
      onDone={() => window.location.assign(homePath)}
    >
      <ErrorSummary labels={{}} />
      <p className="note">{t("invitation.rejoindreCompte", { email })}</p>
      <SubmitButton wide>{t("invitation.rejoindre", { societe })}</SubmitButton>
    </Write>
  );
}

function LogInFirst({ token }: Pick<Props, "token">) {
  const { t } = useTranslation("equipe");
  const here = encodeURIComponent(`/invitation/${token}`);
  return (
    <>
      <p className="note porte-n">{t("invitation.connecterTexte")}</p>
      <ButtonLink look="principal" wide to={`/connexion?suite=${here}`} reloadDocument>
        {t("invitation.connecter")}
      </ButtonLink>
    </>
  );
}

function AnotherAccount({ email, invite }: { readonly email: string; readonly invite: string }) {
  const { t } = useTranslation("equipe");
  return (
    <Form method="post" action="/deconnexion" reloadDocument className="formulaire">
      <input type="hidden" name="_procedure" value="auth.logout" />
      <p className="note">{t("invitation.autre", { email, invite })}</p>
      <Button type="submit" wide>
        {t("invitation.deconnecter")}
      </Button>
    </Form>
  );
}

function NewAccount({ token }: Pick<Props, "token">) {
  const { t } = useTranslation(["equipe", "acces"]);
  const labels = {
    prenom: t("invitation.prenom"),
    nom: t("invitation.nom"),
    username: t("acces:inscription.identifiant"),
    password: t("acces:inscription.motDePasse"),
  };
  return (
    <Write form={register(token)} className="formulaire">
      <ErrorSummary labels={labels} />
      <div className="form-grille">
        <TextField name="prenom" label={labels.prenom} autoComplete="given-name" />
        <TextField name="nom" label={labels.nom} autoComplete="family-name" />
        <TextField
          name="username"
          label={labels.username}
          help={t("acces:inscription.identifiantAide")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordField label={labels.password} help={t("acces:inscription.motDePasseAide")} />
      </div>
      <SubmitButton wide>{t("invitation.creer")}</SubmitButton>
    </Write>
  );
}
