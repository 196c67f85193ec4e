import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { permissionNames, permissions, type Role, roles } from "#server/domain/permissions";

type Props = { readonly members: readonly { readonly role: Role }[] };

/** The very table the procedures read, in words. */
export function PermissionsTable({ members }: Props) {
  const { t } = useTranslation(["equipe", "commun"]);
  const count = (role: Role) => members.filter((member) => member.role === role).length;
  return (
    <section aria-labelledby="roles-titre">
      <header className="zone-t">
        <h2 id="roles-titre">{t("table.titre")}</h2>
        <p>{t("table.note")}</p>
      </header>
      <table className="t-roles">
        <caption className="vh">{t("table.legende")}</caption>
        <thead>
          <tr>
            <td />
            {roles.map((role) => (
              <th key={role} scope="col">
                {t(`commun:role.${role}`)}
                <small>{t("table.effectif", { count: count(role) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionNames.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`table.permission.${permission}`)}</th>
              {roles.map((role) => (
                <td key={role}>
                  <Allowed rule={permissions[permission][role]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Allowed({ rule }: { readonly rule: string }) {
  const { t } = useTranslation("equipe");
  if (rule === "yes")
    return <Check className="ic oui" role="img" aria-hidden={false} aria-label={t("table.oui")} />;
  if (rule === "no")
    return <Minus className="ic non" role="img" aria-hidden={false} aria-label={t("table.non")} />;
  return <small>{t("table.selon")}</small>;
}
