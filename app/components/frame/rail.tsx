import { NavLink } from "@remix-run/react";
import { ChevronsUpDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Me } from "../../session";
import { Avatar } from "../avatar";
import { SocieteLogo } from "../societe-logo";
import { accountDrawer, societeDrawer } from "./drawer-ids";
import { navItems, settingsItem } from "./nav-items";
import { QuotaGauge } from "./quota-gauge";
import { SandboxMark } from "./sandbox-mark";

type Props = { readonly me: NonNullable<Me>; readonly logo: string | null };

/** Left side of every signed-in page: which société, where to go, who is signed in. */
export function Rail({ me, logo }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="rail" aria-label={t("cadre.rail")}>
      <RailSociete me={me} logo={logo} />
      <nav className="nav" aria-label={t("cadre.navigation")}>
        {navItems.map((item) => (
          <RailLink key={item.to} item={item} />
        ))}
        {me.member?.role === "admin" && (
          <>
            <div className="nav__filet" />
            <RailLink item={settingsItem} />
          </>
        )}
      </nav>
      <div className="rail__bas">
        <SandboxMark />
        <QuotaGauge />
        <button className="compte" type="button" {...{ popovertarget: accountDrawer }}>
          <Avatar name={me.user.displayName} />
          <span className="compte__nom coupe">
            {me.user.displayName}
            {me.member && <small>{t(`role.${me.member.role}`)}</small>}
          </span>
          <ChevronsUpDown className="ic" aria-hidden />
        </button>
      </div>
    </aside>
  );
}

function RailSociete({ me, logo }: Props) {
  const nom = me.member?.nom ?? "";
  const name = (
    <>
      <SocieteLogo nom={nom} src={logo} />
      <span className="coupe">{nom}</span>
    </>
  );
  if (me.memberships.length < 2) return <div className="rail__societe">{name}</div>;
  return (
    <button className="rail__societe" type="button" {...{ popovertarget: societeDrawer }}>
      {name}
      <ChevronsUpDown className="ic" aria-hidden />
    </button>
  );
}

function RailLink({ item }: { item: (typeof navItems)[number] | typeof settingsItem }) {
  const { t } = useTranslation();
  const Icon = item.icon;
  return (
    <NavLink className="nav__lien" to={item.to} prefetch="intent" title={t(item.label)}>
      <Icon className="ic" aria-hidden />
      {t(item.label)}
    </NavLink>
  );
}
