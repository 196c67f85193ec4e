import {
  Activity,
  Building2,
  ChartColumn,
  CreditCard,
  type LucideIcon,
  Megaphone,
  ScrollText,
  Stamp,
  Tags,
} from "lucide-react";
import type { Words } from "../../i18n/twin";

type Place = {
  readonly to: string;
  readonly label: keyof Words["operateur"]["lieux"];
  readonly icon: LucideIcon;
};

/** The places of the console, in the order of its rail. */
export const consolePlaces: readonly Place[] = [
  { to: "/console/societes", label: "societes", icon: Building2 },
  { to: "/console/plans", label: "plans", icon: Tags },
  { to: "/console/revenus", label: "revenus", icon: ChartColumn },
  { to: "/console/stripe", label: "stripe", icon: CreditCard },
  { to: "/console/sante", label: "sante", icon: Activity },
  { to: "/console/annonces", label: "annonces", icon: Megaphone },
  { to: "/console/journal", label: "journal", icon: ScrollText },
  { to: "/console/editeur", label: "editeur", icon: Stamp },
];

/** How many of them stand in the bar of a phone; the others are behind « Plus ». */
export const onPhone = 4;
