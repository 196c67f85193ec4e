import { Form } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { choicePath } from "../../choice-path";
import type { Me } from "../../session";
import { SocieteLogo } from "../societe-logo";

type Props = {
  readonly me: NonNullable<Me>;
  /** The page to go to afterwards; home when nothing was asked for. */
  readonly after?: string;
};

/**
 * The sociétés this person may enter. Choosing one loads a whole page anew: nothing of the previous société may stay in
 * the browser's memory.
 */
export function SocieteChoices({ me, after }: Props) {
  const { t } = useTranslation(["commun", "demonstration"]);
  return (
    <Form method="post" action={choicePath(after)} reloadDocument>
      <input type="hidden" name="_procedure" value="auth.chooseSociete" />
      <ul aria-label={t("cadre.societes")}>
        {me.memberships.map(({ societeId, nom, role, isDemonstration }) => {
          const isCurrent = societeId === me.member?.societeId;
          return (
            <li key={societeId}>
              <button
                className="choix"
                type="submit"
                name="societeId"
                value={societeId}
                aria-current={isCurrent || undefined}
              >
                <SocieteLogo nom={nom} />
                <span className="coupe">
                  {nom}
                  <small>{isDemonstration ? t("demonstration:nom") : t(`role.${role}`)}</small>
                </span>
                {isCurrent && <Check className="ic" aria-hidden />}
              </button>
            </li>
          );
        })}
      </ul>
    </Form>
  );
}
