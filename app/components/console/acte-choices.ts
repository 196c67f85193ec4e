import {
  Ban,
  CalendarHeart,
  CalendarPlus,
  ClockPlus,
  Gift,
  LogOut,
  type LucideIcon,
  Mail,
  MessageSquare,
  RotateCcw,
  Trash2,
  Undo2,
} from "lucide-react";
import type { SocieteView } from "./societe-view";

export type ActeName =
  | "note"
  | "grace"
  | "essai"
  | "mois"
  | "offrir"
  | "retirer"
  | "inviter"
  | "sessions"
  | "reactiver"
  | "suspendre"
  | "garder"
  | "supprimer";

type Choice = {
  readonly name: ActeName;
  readonly icon: LucideIcon;
  readonly isGrave?: boolean;
  /** Whether it makes sense for this société now. */
  readonly isOffered: (societe: SocieteView) => boolean;
};

const always = () => true;
const owing = ["past_due", "unpaid"];
const alive = ["trialing", "active", "paused", ...owing];

/** What may be done to a société, the most pressing first; the first one offered is open. */
const choices: readonly Choice[] = [
  {
    name: "grace",
    icon: ClockPlus,
    isOffered: ({ stripe }) => owing.includes(stripe?.status ?? ""),
  },
  { name: "note", icon: MessageSquare, isOffered: always },
  {
    name: "essai",
    icon: CalendarPlus,
    isOffered: ({ stripe }) => !alive.includes(stripe?.status ?? ""),
  },
  {
    name: "mois",
    icon: CalendarHeart,
    isOffered: ({ stripe }) => stripe !== null && stripe.voieOfferte !== null,
  },
  { name: "offrir", icon: Gift, isOffered: always },
  { name: "retirer", icon: Undo2, isOffered: ({ droits }) => droits.derogations.length > 0 },
  { name: "inviter", icon: Mail, isOffered: ({ invitations }) => invitations.length > 0 },
  { name: "sessions", icon: LogOut, isOffered: ({ sessions }) => sessions > 0 },
  { name: "reactiver", icon: RotateCcw, isOffered: ({ droits }) => droits.suspension !== null },
  {
    name: "suspendre",
    icon: Ban,
    isGrave: true,
    isOffered: ({ droits }) => droits.suspension === null,
  },
  { name: "garder", icon: Undo2, isOffered: ({ droits }) => droits.closing !== null },
  {
    name: "supprimer",
    icon: Trash2,
    isGrave: true,
    isOffered: ({ droits }) => droits.closing === null,
  },
];

/** Those that make sense for this société. */
export const choicesFor = (societe: SocieteView): readonly Choice[] =>
  choices.filter(({ isOffered }) => isOffered(societe));
