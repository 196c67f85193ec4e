import {
  CalendarX2,
  CircleCheck,
  CircleDashed,
  CirclePause,
  ClockAlert,
  FlaskConical,
  Hourglass,
  OctagonX,
  ShieldAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { EtatAbonnement } from "#server/domain/etat-abonnement";

const looks = {
  gratuit: { icon: CircleDashed, look: undefined },
  essai: { icon: Hourglass, look: "info" },
  actif: { icon: CircleCheck, look: "succes" },
  fin_prevue: { icon: CalendarX2, look: undefined },
  retard: { icon: ClockAlert, look: "attention" },
  impaye: { icon: OctagonX, look: "erreur" },
  pause: { icon: CirclePause, look: "attention" },
  a_confirmer: { icon: ShieldAlert, look: "attention" },
} as const;

type Props = {
  readonly etat: EtatAbonnement;
  /** Since when it is late. */
  readonly at: number | null;
  readonly now: number;
};

const dayMs = 86_400_000;

/** Instead of where it stands: it is nobody's customer. */
export function DemonstrationBadge() {
  const { t } = useTranslation("demonstration");
  return (
    <span className="badge badge--etat">
      <FlaskConical className="ic" aria-hidden />
      {t("nom")}
    </span>
  );
}

/** Where a société stands with its subscription: a shape and a word. « Paiement en retard, J+11 ». */
export function EtatBadge({ etat, at, now }: Props) {
  const { t } = useTranslation("societes");
  const { icon: Icon, look } = looks[etat];
  const days = at === null ? 0 : Math.floor((now - at) / dayMs);
  const words = t(`etat.${etat}`);
  return (
    <span className="badge badge--etat" data-v={look}>
      <Icon className="ic" aria-hidden />
      {etat === "retard" && at !== null ? t("etatJours", { etat: words, jours: days }) : words}
    </span>
  );
}
