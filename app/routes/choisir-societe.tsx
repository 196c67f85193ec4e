import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button";
import { SocieteChoices } from "../components/frame/societe-choices";
import { Gate } from "../components/public/gate";
import { defineForm } from "../define-form";
import { homePath } from "../home-path";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().acces.choix.onglet);

const choose = defineForm({
  procedure: "auth.chooseSociete",
  read: (form) => ({ societeId: form.text("societeId") }),
  next: () => homePath,
});

export const action = writes([choose]);

export async function loader({ context }: LoaderFunctionArgs) {
  const me = await context.caller.auth.me();
  if (!me) throw redirect("/connexion?suite=/choisir-societe", 303);
  return { me };
}

export default function ChoisirSociete() {
  const { t } = useTranslation(["acces", "commun"]);
  const { me } = useLoaderData<typeof loader>();
  return (
    <Gate title={t("choix.titre")} lead={t("choix.chapo")}>
      {me.memberships.length > 0 ? (
        <div className="panneau choix-liste">
          <SocieteChoices me={me} />
        </div>
      ) : (
        <p className="note porte-n">{t("choix.aucune")}</p>
      )}
      <p className="porte-n">
        <Link className="lien" to="/compte">
          {t("commun:nav.compte")}
        </Link>
      </p>
      <Form method="post" action="/deconnexion" reloadDocument className="porte-n">
        <input type="hidden" name="_procedure" value="auth.logout" />
        <Button look="discret" type="submit">
          {t("commun:cadre.deconnexion")}
        </Button>
      </Form>
    </Gate>
  );
}
