import { Link } from "@remix-run/react";
import { CircleUser, DoorOpen, ShieldUser, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Me, useCan } from "../../session";
import { LangueChoice } from "../langue-choice";
import { VisiteChoice } from "../visite/visite-choice";
import { LogOutChoice } from "./log-out-choice";
import { QuotaGauge } from "./quota-gauge";
import { SandboxMark } from "./sandbox-mark";
import { SocieteChoices } from "./societe-choices";
import { ThemeChoice } from "./theme-choice";

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
      {me.user.isSuperAdmin && (
        <Link className="choix" to="/console">
          <ShieldUser className="ic" aria-hidden />
          {t("nav.console")}
        </Link>
      )}
      <ThemeChoice />
      <div className="apparence">
        <span>{t("langue.titre")}</span>
        <LangueChoice />
      </div>
      <VisiteChoice />
      <div className="tiroir__filet" />
      {me.member && !me.member.isDemonstration && (
        <Link className="choix" to="/quitter">
          <DoorOpen className="ic" aria-hidden />
          <span className="coupe">{t("cadre.quitter", { societe: me.member.nom })}</span>
        </Link>
      )}
      <LogOutChoice />
    </>
  );
}
