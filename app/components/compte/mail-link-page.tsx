import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../define-form";
import type { ProcedurePath } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Flash } from "../flash";
import { Gate } from "../public/gate";
import { SubmitButton } from "../submit-button";

type MailLink = ReturnType<typeof readMailLink>;
type Props<P extends ProcedurePath> = {
  readonly words: "changement" | "verification";
  readonly form: (token: string) => FormDefinition<P>;
};

/** The address is a secret: it must not be told to any site the page would lead to. */
export const mailLinkHeaders = { "referrer-policy": "no-referrer" };

/** Opening the link changes nothing: mail readers open links too. Only the button uses it. */
export const readMailLink = (params: Readonly<Record<string, string | undefined>>) => ({
  token: params["jeton"] ?? "",
});

/** What came of the link, said in place of its secret. */
function outcome(words: "changement" | "verification", token: string) {
  if (token === "fait") return `${words}.fait` as const;
  return words === "changement" && token === "attendu" ? "changement.attendu" : null;
}

/** A page a mail leads to: one button that uses the link, then what came of it in its place. */
export function MailLinkPage<P extends ProcedurePath>({ words, form }: Props<P>) {
  const { t } = useTranslation("compte");
  const { token } = useLoaderData<MailLink>();
  const done = outcome(words, token);
  return (
    <Gate title={t(`${words}.titre`)} lead={t(`${words}.chapo`)}>
      {done ? (
        <Flash>{t(done)}</Flash>
      ) : (
        <Write form={form(token)} className="formulaire">
          <ErrorSummary labels={{}} />
          <SubmitButton wide>{t(`${words}.confirmer`)}</SubmitButton>
        </Write>
      )}
      <p className="note porte-n">
        <Link className="lien" to="/compte">
          {t("activation.retour")}
        </Link>
      </p>
    </Gate>
  );
}
