import { NavLink } from "@remix-run/react";
import { Menu } from "lucide-react";
import { useTranslation } from "react-i18next";
import { accountDrawer } from "./drawer-ids";
import { navItems } from "./nav-items";

/** What the rail becomes on a phone. */
export function PhoneBar() {
  const { t } = useTranslation();
  return (
    <nav className="barre-bas" aria-label={t("cadre.navigationTelephone")}>
      {navItems.map(({ to, label, icon: Icon }) => (
        <NavLink key={to} to={to}>
          <Icon className="ic ic--20" aria-hidden />
          <span>{t(label)}</span>
        </NavLink>
      ))}
      <button type="button" {...{ popovertarget: accountDrawer }}>
        <Menu className="ic ic--20" aria-hidden />
        <span>{t("nav.plus")}</span>
      </button>
    </nav>
  );
}
