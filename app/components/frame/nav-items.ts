import { FileText, LayoutDashboard, Package, SlidersHorizontal, Users } from "lucide-react";

/** The places of the product that exist, in the order of the rail; `short` is said under the icons of a phone. */
export const navItems = [
  {
    to: "/tableau-de-bord",
    label: "nav.tableau",
    short: "nav.accueil",
    icon: LayoutDashboard,
  },
  { to: "/factures", label: "nav.factures", short: "nav.factures", icon: FileText },
  { to: "/clients", label: "nav.clients", short: "nav.clients", icon: Users },
  { to: "/produits", label: "nav.produits", short: "nav.produits", icon: Package },
] as const;

export const settingsItem = {
  to: "/reglages",
  label: "nav.reglages",
  icon: SlidersHorizontal,
} as const;
