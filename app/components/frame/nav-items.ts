import { FileText, LayoutDashboard, Package, SlidersHorizontal, Users } from "lucide-react";
import { isAllowed } from "#server/domain/permissions";
import { useSociete } from "../../session";

/** The places of the product that exist, in the order of the rail; `short` is said under the icons of a phone. */
const navItems = [
  {
    to: "/tableau-de-bord",
    label: "nav.tableau",
    short: "nav.accueil",
    icon: LayoutDashboard,
    permission: "factures.seeOthersAmounts",
  },
  {
    to: "/factures",
    label: "nav.factures",
    short: "nav.factures",
    icon: FileText,
    permission: "societe.read",
  },
  {
    to: "/clients",
    label: "nav.clients",
    short: "nav.clients",
    icon: Users,
    permission: "societe.read",
  },
  {
    to: "/produits",
    label: "nav.produits",
    short: "nav.produits",
    icon: Package,
    permission: "societe.read",
  },
] as const;

/** Those this person may open. */
export function useNavItems() {
  const member = useSociete();
  return navItems.filter(({ permission }) => member && isAllowed(member, permission));
}

export const settingsItem = {
  to: "/reglages",
  label: "nav.reglages",
  icon: SlidersHorizontal,
} as const;
