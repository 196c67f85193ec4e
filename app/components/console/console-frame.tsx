import { Link, useLocation, useRouteLoaderData } from "@remix-run/react";
import { ChevronsUpDown, CircleUser, DoorOpen, Menu, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session";
import type { Theme } from "../../theme";
import { usePlainLinks } from "../../use-plain-links";
import { Annonces } from "../annonces/annonces";
import { Avatar } from "../avatar";
import { ConnectionBanner } from "../frame/connection-banner";
import { Drawer } from "../frame/drawer";
import { accountDrawer } from "../frame/drawer-ids";
import { LogOutChoice } from "../frame/log-out-choice";
import { NavLink } from "../frame/nav-link";
import { NavigationProgress } from "../frame/navigation-progress";
import { ThemeChoice } from "../frame/theme-choice";
import { ProductMark } from "../product-mark";
import { consolePlaces, onPhone } from "./console-places";

/** What surrounds the operator's pages. No société in it: neither its colour, nor its palette, nor its live stream. */
export function ConsoleFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const open = usePlainLinks();
  return (
    <div className="cadre cadre--console">
      <NavigationProgress />
      <a className="bouton bouton--principal passer" href="#contenu">
        {t("cadre.passer")}
      </a>
      <Rail />
      <div className="corps">
        {/* There before it speaks: see the frame of a société. */}
        <div className="contents" aria-live="assertive">
          <ConnectionBanner />
        </div>
        <Annonces />
        {children}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses. */}
      <nav className="barre-bas" aria-label={t("cadre.navigationTelephone")} onClick={open}>
        <Places pathname={pathname} look="telephone" />
        <button type="button" {...{ popovertarget: accountDrawer }}>
          <Menu className="ic ic--20" aria-hidden />
          <span>{t("nav.plus")}</span>
        </button>
      </nav>
      <Account />
    </div>
  );
}

function Rail() {
  const { t } = useTranslation("operateur");
  const me = useMe();
  const { pathname } = useLocation();
  const open = usePlainLinks();
  const nom = me?.user.displayName ?? "";
  return (
    <aside className="rail" aria-label={t("cadre.rail")}>
      <div className="rail__societe">
        <ProductMark />
        <span className="coupe">
          FacturePro <span className="doux">{t("cadre.console")}</span>
        </span>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses. */}
      <nav className="nav" aria-label={t("cadre.console")} onClick={open}>
        <Places pathname={pathname} look="rail" />
      </nav>
      <div className="rail__bas">
        <p className="garde">
          <ShieldCheck className="ic" aria-hidden />
          <span>{t("cadre.garde")}</span>
        </p>
        <button className="compte" type="button" {...{ popovertarget: accountDrawer }}>
          <Avatar name={nom} />
          <span className="compte__nom coupe">
            {nom}
            <small>{t("cadre.role")}</small>
          </span>
          <ChevronsUpDown className="ic" aria-hidden />
        </button>
      </div>
    </aside>
  );
}

type PlacesProps = { readonly pathname: string; readonly look: "rail" | "telephone" };

function Places({ pathname, look }: PlacesProps) {
  const { t } = useTranslation("operateur");
  const shown = look === "rail" ? consolePlaces : consolePlaces.slice(0, onPhone);
  return shown.map(({ to, icon, label }) => (
    <NavLink key={to} {...{ to, icon, pathname, look }} label={t(`lieux.${label}`)} />
  ));
}

function Account() {
  const { t } = useTranslation(["operateur", "commun"]);
  const me = useMe();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as { theme?: Theme } | undefined;
  const content = () => (
    <>
      <p className="tiroir__titre">{me?.user.email}</p>
      <div className="sur-telephone">
        {consolePlaces.slice(onPhone).map(({ to, icon: Icon, label }) => (
          <Link key={to} className="choix" to={to}>
            <Icon className="ic" aria-hidden />
            {t(`operateur:lieux.${label}`)}
          </Link>
        ))}
      </div>
      <Link className="choix" to="/compte">
        <CircleUser className="ic" aria-hidden />
        {t("commun:nav.compte")}
      </Link>
      {me?.member && (
        <Link className="choix" to="/">
          <DoorOpen className="ic" aria-hidden />
          <span className="coupe">{t("operateur:cadre.retour", { societe: me.member.nom })}</span>
        </Link>
      )}
      <ThemeChoice />
      <div className="tiroir__filet" />
      <LogOutChoice />
    </>
  );
  return (
    <Drawer
      id={accountDrawer}
      className="tiroir--compte"
      of={["console", me, root, pathname, search]}
      content={content}
    />
  );
}
