import { Form } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Me } from "../../session";
import { SocieteLogo } from "../societe-logo";

/**
 * The sociétés this person may enter. Choosing one loads a whole page anew: nothing of the previous société may stay in
 * the browser's memory.
 */
export function SocieteChoices({ me }: { me: NonNullable<Me> }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/choisir-societe" reloadDocument>
      <input type="hidden" name="_procedure" value="auth.chooseSociete" />
      <ul aria-label={t("cadre.societes")}>
        {me.memberships.map(({ societeId, nom, role }) => {
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
                  <small>{t(`role.${role}`)}</small>
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
