import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountDrawer } from "../components/frame/account-drawer";
import { Drawer } from "../components/frame/drawer";
import { accountDrawer, societeDrawer } from "../components/frame/drawer-ids";
import { PhoneBar } from "../components/frame/phone-bar";
import { Rail } from "../components/frame/rail";
import { SocieteChoices } from "../components/frame/societe-choices";
import { requireMember } from "../require-member.server";
import { useMe } from "../session";

/** Every signed-in page: the person, in one société. */
export const loader = (args: LoaderFunctionArgs) => requireMember(args);

export default function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  if (!me?.member) return null;
  return (
    <div className="cadre">
      <a className="bouton bouton--principal passer" href="#contenu">
        {t("cadre.passer")}
      </a>
      <Rail me={me} logo={null} />
      <div className="corps">
        <Outlet />
      </div>
      <PhoneBar />
      <Drawer id={accountDrawer} className="tiroir--compte">
        <AccountDrawer me={me} />
      </Drawer>
      {me.memberships.length > 1 && (
        <Drawer id={societeDrawer} className="tiroir--societe">
          <p className="tiroir__titre">{t("cadre.changerSociete")}</p>
          <SocieteChoices me={me} />
        </Drawer>
      )}
    </div>
  );
}
