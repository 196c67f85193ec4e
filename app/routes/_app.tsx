import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AccountDrawer } from "../components/frame/account-drawer";
import { Drawer } from "../components/frame/drawer";
import { accountDrawer, societeDrawer } from "../components/frame/drawer-ids";
import { PhoneBar } from "../components/frame/phone-bar";
import { Rail } from "../components/frame/rail";
import { SocieteChoices } from "../components/frame/societe-choices";
import { PaletteProvider } from "../components/palette/palette-provider";
import { Live } from "../live";
import { logoUrl } from "../logo-url";
import { onlyAfterWrites } from "../only-after-writes";
import { prefetch } from "../read.server";
import { useMe } from "../session";
import { trpc } from "../trpc";

/** Every signed-in page: the person, in one société. */
export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [queries.societe.get.fetch()]);

export const shouldRevalidate = onlyAfterWrites;

/** The société's colour; the sheet holds a checked colour and nothing else. */
export const links: LinksFunction = () => [{ rel: "stylesheet", href: "/marque/style.css" }];

export default function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  const [{ marque }] = trpc.societe.get.useSuspenseQuery();
  if (!me?.member) return null;
  return (
    <PaletteProvider>
      <div className="cadre">
        <Live />
        <a className="bouton bouton--principal passer" href="#contenu">
          {t("cadre.passer")}
        </a>
        <Rail me={me} logo={logoUrl(marque.logoSha256)} />
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
    </PaletteProvider>
  );
}
