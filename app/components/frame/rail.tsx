import { PrefetchPageLinks, useLocation } from "@remix-run/react";
import { ChevronsUpDown } from "lucide-react";
import { type FocusEvent, type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawn, drawnOnce } from "../../drawn";
import { type Me, useCan } from "../../session";
import { usePlainLinks } from "../../use-plain-links";
import { Avatar } from "../avatar";
import { SocieteLogo } from "../societe-logo";
import { accountDrawer, societeDrawer } from "./drawer-ids";
import { settingsItem, useNavItems } from "./nav-items";
import { NavLink } from "./nav-link";
import { QuotaGauge } from "./quota-gauge";
import { SandboxMark } from "./sandbox-mark";

type Props = {
  readonly me: NonNullable<Me>;
  readonly logo: string | null;
  /** What it follows from: see `drawnOnce`. */
  readonly of: readonly unknown[];
};

/** Left side of every signed-in page: which société, where to go, who is signed in. */
export function Rail({ of, me, logo }: Props) {
  const { t } = useTranslation();
  return (
    <aside
      className="rail"
      aria-label={t("cadre.rail")}
      {...drawnOnce(["rail", ...of], () => <Inside me={me} logo={logo} />)}
    />
  );
}

function Inside({ me, logo }: Omit<Props, "of">) {
  const { t } = useTranslation();
  return (
    <>
      <RailSociete me={me} logo={logo} />
      <RailNav hasSettings={useCan("reglages")} />
      <div className="rail__bas">
        <SandboxMark />
        <QuotaGauge />
        <button
          className="compte"
          type="button"
          {...{ popovertarget: accountDrawer }}
          {...drawn(
            <>
              <Avatar name={me.user.displayName} />
              <span className="compte__nom coupe">
                {me.user.displayName}
                {me.member && <small>{t(`role.${me.member.role}`)}</small>}
              </span>
              <ChevronsUpDown className="ic" aria-hidden />
            </>,
          )}
        />
      </div>
    </>
  );
}

function RailSociete({ me, logo }: Omit<Props, "of">) {
  const { t } = useTranslation();
  const nom = me.member?.nom ?? "";
  const name = (
    <>
      <SocieteLogo nom={nom} src={logo} />
      <span className="coupe">{nom}</span>
    </>
  );
  if (me.memberships.length < 2) return <div className="rail__societe">{name}</div>;
  return (
    <button
      className="rail__societe"
      type="button"
      aria-label={`${nom}, ${t("cadre.changerSociete")}`}
      {...{ popovertarget: societeDrawer }}
    >
      {name}
      <ChevronsUpDown className="ic" aria-hidden />
    </button>
  );
}

function RailNav({ hasSettings }: { hasSettings: boolean }) {
  const { t } = useTranslation();
  const places = useNavItems();
  const { pathname } = useLocation();
  const [aimed, setAimed] = useState<string | null>(null);
  const open = usePlainLinks();
  const aim = ({ target }: MouseEvent | FocusEvent) => {
    const link = (target as HTMLElement).closest("a");
    if (link && link.pathname !== pathname) setAimed(link.pathname);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses. */}
      <nav
        className="nav"
        aria-label={t("cadre.navigation")}
        onClick={open}
        onMouseOver={aim}
        onFocus={aim}
        {...drawn(
          <>
            {places.map(({ to, icon, label }) => (
              <NavLink key={to} {...{ to, icon, pathname }} label={t(label)} look="rail" />
            ))}
            {hasSettings && <div className="nav__filet" />}
            {hasSettings && (
              <NavLink
                {...settingsItem}
                pathname={pathname}
                label={t("nav.reglages")}
                look="rail"
              />
            )}
          </>,
        )}
      />
      {aimed && <PrefetchPageLinks page={aimed} />}
    </>
  );
}
