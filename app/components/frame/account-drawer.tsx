import { Form, Link, useFetcher, useLocation, useRouteLoaderData } from "@remix-run/react";
import { CircleUser, DoorOpen, LogOut, Monitor, Moon, SlidersHorizontal, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";
import { type Me, useCan } from "../../session";
import { QuotaGauge } from "./quota-gauge";
import { SandboxMark } from "./sandbox-mark";
import { SocieteChoices } from "./societe-choices";

const choices = [
  { value: "auto", label: "apparence.auto", icon: Monitor },
  { value: "clair", label: "apparence.clair", icon: Sun },
  { value: "sombre", label: "apparence.sombre", icon: Moon },
] as const;

/** Behind the person's name, and behind « Plus » on a phone. */
export function AccountDrawer({ me }: { me: NonNullable<Me> }) {
  const { t } = useTranslation();
  const canSet = useCan("reglages");
  return (
    <>
      <p className="tiroir__titre">{me.user.email}</p>
      <div className="sur-telephone">
        <QuotaGauge />
        <SandboxMark />
        {canSet && (
          <Link className="choix" to="/reglages">
            <SlidersHorizontal className="ic" aria-hidden />
            {t("nav.reglages")}
          </Link>
        )}
        {me.memberships.length > 1 && <SocieteChoices me={me} />}
        <div className="tiroir__filet" />
      </div>
      <Link className="choix" to="/compte">
        <CircleUser className="ic" aria-hidden />
        {t("nav.compte")}
      </Link>
      <ThemeChoice />
      <div className="tiroir__filet" />
      {me.member && (
        <Link className="choix" to="/quitter">
          <DoorOpen className="ic" aria-hidden />
          <span className="coupe">{t("cadre.quitter", { societe: me.member.nom })}</span>
        </Link>
      )}
      <Form method="post" action="/deconnexion" reloadDocument>
        <input type="hidden" name="_procedure" value="auth.logout" />
        <button className="choix" type="submit">
          <LogOut className="ic" aria-hidden />
          {t("cadre.deconnexion")}
        </button>
      </Form>
    </>
  );
}

function ThemeChoice() {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as { theme?: string | null } | undefined;
  const current = root?.theme ?? "auto";
  return (
    <fetcher.Form method="post" action="/apparence" className="apparence">
      <input type="hidden" name="retour" value={pathname + search} />
      <span id="apparence-titre">{t("apparence.titre")}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit on one line with its legend. */}
      <span
        className="bascule"
        role="group"
        aria-labelledby="apparence-titre"
        {...drawn(
          choices.map(({ value, label, icon: Icon }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={current === value}
              title={t(label)}
              aria-label={t(label)}
            >
              <Icon className="ic" aria-hidden />
            </button>
          )),
        )}
      />
    </fetcher.Form>
  );
}
