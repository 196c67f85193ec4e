import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Live } from "../../live";
import { logoUrl } from "../../logo-url";
import { useMe } from "../../session";
import { trpc } from "../../trpc";
import { PaletteProvider } from "../palette/palette-provider";
import { AccountDrawer } from "./account-drawer";
import { Drawer } from "./drawer";
import { accountDrawer, societeDrawer } from "./drawer-ids";
import { NavigationProgress } from "./navigation-progress";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import { SessionBanner } from "./session-banner";
import { Shortcuts } from "./shortcuts";
import { SocieteChoices } from "./societe-choices";

/** What surrounds every signed-in page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const [marque] = trpc.societe.marque.useSuspenseQuery();
  if (!me?.member) return null;
  return (
    <PaletteProvider>
      <div className="cadre">
        <Live />
        <NavigationProgress />
        <Shortcuts />
        <a className="bouton bouton--principal passer" href="#contenu">
          {t("cadre.passer")}
        </a>
        <Rail me={me} logo={logoUrl(marque.logoSha256)} />
        <div className="corps">
          <SessionBanner />
          {children}
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
    </PaletteProvider>
  );
}
