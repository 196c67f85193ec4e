import { Form } from "@remix-run/react";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Ends the session, from the menu of the account. */
export function LogOutChoice() {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/deconnexion" reloadDocument>
      <input type="hidden" name="_procedure" value="auth.logout" />
      <button className="choix" type="submit">
        <LogOut className="ic" aria-hidden />
        {t("cadre.deconnexion")}
      </button>
    </Form>
  );
}
