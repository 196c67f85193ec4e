import { useLocation } from "@remix-run/react";
import { Menu } from "lucide-react";
import { useTranslation } from "react-i18next";
import { drawnOnce } from "../../drawn";
import { usePlainLinks } from "../../use-plain-links";
import { accountDrawer } from "./drawer-ids";
import { useNavItems } from "./nav-items";
import { NavLink } from "./nav-link";

/** What the rail becomes on a phone. */
export function PhoneBar() {
  const { t } = useTranslation();
  const places = useNavItems();
  const { pathname } = useLocation();
  const open = usePlainLinks();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses.
    <nav
      className="barre-bas"
      aria-label={t("cadre.navigationTelephone")}
      onClick={open}
      {...drawnOnce(["telephone", places.map(({ to }) => to), pathname], () => (
        <>
          {places.map(({ to, short, icon }) => (
            <NavLink key={to} {...{ to, icon, pathname }} label={t(short)} look="telephone" />
          ))}
          <button type="button" {...{ popovertarget: accountDrawer }}>
            <Menu className="ic ic--20" aria-hidden />
            <span>{t("nav.plus")}</span>
          </button>
        </>
      ))}
    />
  );
}
