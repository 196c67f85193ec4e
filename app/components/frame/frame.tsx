import { useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Live } from "../../live";
import { logoUrl } from "../../logo-url";
import { useMe } from "../../session";
import type { Theme } from "../../theme";
import { trpc } from "../../trpc";
import { useUsage } from "../../use-usage";
import { Annonces } from "../annonces/annonces";
import { DemonstrationMark } from "../demonstration/demonstration-mark";
import { PaletteProvider } from "../palette/palette-provider";
import { Toasts } from "../toast/toasts";
import { VisiteBanner } from "../visite/visite-banner";
import { AccountDrawer } from "./account-drawer";
import { ConnectionBanner } from "./connection-banner";
import { Drawer } from "./drawer";
import { accountDrawer, societeDrawer } from "./drawer-ids";
import { NavigationProgress } from "./navigation-progress";
import { PhoneBar } from "./phone-bar";
import { gaugeOf } from "./quota-gauge";
import { Rail } from "./rail";
import { SessionBanner } from "./session-banner";
import { Shortcuts } from "./shortcuts";
import { SocieteChoices } from "./societe-choices";

/** What surrounds every signed-in page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const me = useMe();
  const [marque] = trpc.societe.marque.useSuspenseQuery();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as { theme?: Theme; isSandbox?: boolean } | undefined;
  const gauge = gaugeOf(useUsage());
  if (!me?.member) return null;
  const logo = logoUrl(marque.logoSha256);
  return (
    <PaletteProvider>
      <div className="cadre">
        <Live />
        <NavigationProgress />
        <Shortcuts />
        <a className="bouton bouton--principal passer" href="#contenu">
          {t("cadre.passer")}
        </a>
        <Rail of={[me, logo, gauge, root?.isSandbox, pathname]} me={me} logo={logo} />
        <div className="corps">
          {/* There before it speaks: a dialogue hides the page from readers, but not what is live in it. */}
          <div className="contents" aria-live="assertive">
            <SessionBanner />
            <ConnectionBanner />
          </div>
          <VisiteBanner />
          <DemonstrationMark />
          <Annonces />
          {children}
        </div>
        <PhoneBar />
        <Toasts />
        <Drawer
          id={accountDrawer}
          className="tiroir--compte"
          of={[me, gauge, root, pathname, search]}
          content={() => <AccountDrawer me={me} />}
        />
        {me.memberships.length > 1 && (
          <Drawer
            id={societeDrawer}
            className="tiroir--societe"
            of={[me]}
            content={() => (
              <>
                <p className="tiroir__titre">{t("cadre.changerSociete")}</p>
                <SocieteChoices me={me} />
              </>
            )}
          />
        )}
      </div>
    </PaletteProvider>
  );
}
