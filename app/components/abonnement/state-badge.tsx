import {
  CalendarX2,
  CircleCheck,
  CircleDashed,
  ClockAlert,
  Hourglass,
  LockKeyhole,
  ShieldAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { type AbonnementView, useAbonnement } from "./abonnement-view";

const looks = {
  essai: { icon: Hourglass, look: "info" },
  gratuit: { icon: CircleDashed, look: undefined },
  actif: { icon: CircleCheck, look: "succes" },
  fin: { icon: CalendarX2, look: "info" },
  refuse: { icon: ClockAlert, look: "attention" },
  lectureSeule: { icon: LockKeyhole, look: "erreur" },
  aConfirmer: { icon: ShieldAlert, look: "attention" },
} as const;

function stateOf({ entitlement, subscription }: AbonnementView): keyof typeof looks {
  const { access, source } = entitlement;
  if (access === "read_only") return "lectureSeule";
  if (access === "grace") return "refuse";
  if (subscription?.status === "incomplete") return "aConfirmer";
  if (source !== "abonnement") return source;
  return subscription?.cancelAt || subscription?.endedAt ? "fin" : "actif";
}

/** In which state the subscription is: a shape and a word. */
export function StateBadge() {
  const { t } = useTranslation("abonnement");
  const state = stateOf(useAbonnement());
  const { icon: Icon, look } = looks[state];
  return (
    <span className="badge badge--etat" data-v={look}>
      <Icon className="ic" aria-hidden />
      {t(`etat.${state}`)}
    </span>
  );
}
