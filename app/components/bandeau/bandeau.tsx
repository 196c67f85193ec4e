import { Link, useRouteLoaderData } from "@remix-run/react";
import {
  Ban,
  CalendarClock,
  CalendarX2,
  ClockAlert,
  Gauge,
  Hourglass,
  LockKeyhole,
  MailWarning,
  ShieldAlert,
  Trash2,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { hasAddress } from "#server/domain/no-address";
import { dismissalOf } from "../../dismissed-notice";
import { useCan, useMe } from "../../session";
import { type Notice, useUsage } from "../../use-usage";
import { PutAway } from "../put-away";
import { noticeWords } from "./notice-words";

const looks = {
  suppression: { icon: Trash2, look: "erreur" },
  suspension: { icon: Ban, look: "erreur" },
  essai: { icon: Hourglass, look: undefined },
  quota: { icon: Gauge, look: "attention" },
  grace: { icon: ClockAlert, look: "attention" },
  lecture_seule: { icon: LockKeyhole, look: "erreur" },
  fin_prevue: { icon: CalendarX2, look: undefined },
  changement_prevu: { icon: CalendarClock, look: undefined },
  a_confirmer: { icon: ShieldAlert, look: "attention" },
} as const;

/** One line above the content: the most pressing thing about the subscription. Only the trial's may be put away. */
export function Bandeau() {
  const me = useMe();
  const { notices, now } = useUsage();
  const root = useRouteLoaderData("root") as { dismissed?: string | null } | undefined;
  const shown = notices.find((notice) => isShown(notice, root?.dismissed ?? null));
  if (me && !hasAddress(me.user.email)) return <AddressAsked />;
  return shown ? <Line notice={shown} now={now} /> : null;
}

/** Somebody whose former tool knew no address of theirs: nothing can reach them before they give one. */
function AddressAsked() {
  const { t } = useTranslation("compte");
  return (
    <aside className="bandeau" data-v="attention" aria-label={t("email.titre")}>
      <MailWarning className="ic" aria-hidden />
      <p>
        <b>{t("email.manque")}</b>
      </p>
      <Link className="bandeau__a" to="/compte#email">
        {t("email.donner")}
      </Link>
    </aside>
  );
}

/** A change that was asked for and costs nothing is said on the page of the subscription alone. */
function isShown(notice: Notice, dismissed: string | null): boolean {
  if (notice.kind === "changement_prevu") return false;
  return notice.kind !== "essai" || dismissalOf(notice) !== dismissed;
}

function Line({ notice, now }: { readonly notice: Notice; readonly now: number }) {
  const { t } = useTranslation("abonnement");
  const mayPay = useCan("abonnement.manage");
  const { strong, rest, act } = noticeWords(t, notice, now);
  const { icon: Icon, look } = looks[notice.kind];
  const isReached = notice.kind === "quota" && notice.level === 100;
  return (
    <aside className="bandeau" data-v={isReached ? "erreur" : look} aria-label={t("titre")}>
      <Icon className="ic" aria-hidden />
      <p>
        <b>{strong}</b> {rest} {!mayPay && notice.kind !== "essai" && t("bandeau.demander")}
      </p>
      {mayPay && <Way {...act} />}
      {notice.kind === "essai" && (
        <PutAway
          action="/masquer"
          name="bandeau"
          value={dismissalOf(notice)}
          label={t("bandeau.masquer")}
        />
      )}
    </aside>
  );
}

/** Stripe's pages are another site: a plain link. */
function Way({ label, href }: { readonly label: string; readonly href: string }) {
  return href.startsWith("/reglages/") ? (
    <Link className="bandeau__a" to={href}>
      {label}
    </Link>
  ) : (
    <a className="bandeau__a" href={href}>
      {label}
    </a>
  );
}
