import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../components/button";
import { ErrorSummary } from "../components/error-summary";
import { Page } from "../components/page";
import { SubmitButton } from "../components/submit-button";
import { defineForm } from "../define-form";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { requirePermission } from "../require-permission.server";
import { useSociete } from "../session";
import { Write } from "../write";
import { writes } from "../write.server";

const next = "/choisir-societe";

const leave = defineForm({ procedure: "equipe.leave", read: () => undefined, next: () => next });

export const meta = () => pageTitle(words().equipe.quitter);

export const action = writes([leave]);

export const loader = (args: LoaderFunctionArgs) => requirePermission(args, "societe.read");

/** Leaving a société: what is lost, and that it is at once. */
export default function Quitter() {
  const { t } = useTranslation("equipe");
  const societe = useSociete()?.nom ?? "";
  return (
    <Page title={t("depart.titre", { societe })} width="lecture">
      <p>{t("depart.texte", { societe })}</p>
      {/* A whole new page: nothing of the société may stay in the browser's memory. */}
      <Write
        form={leave}
        className="form-grille depart"
        onDone={() => window.location.assign(next)}
      >
        <ErrorSummary labels={{}} />
        <div className="acts">
          <SubmitButton look="danger">{t("depart.quitter", { societe })}</SubmitButton>
          <ButtonLink to="/factures">{t("depart.rester")}</ButtonLink>
        </div>
      </Write>
    </Page>
  );
}
