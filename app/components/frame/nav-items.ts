import { FileText, Package, SlidersHorizontal, Users } from "lucide-react";

/** The places of the product that exist, in the order of the rail. */
export const navItems = [
  { to: "/factures", label: "nav.factures", icon: FileText },
  { to: "/clients", label: "nav.clients", icon: Users },
  { to: "/produits", label: "nav.produits", icon: Package },
] as const;

export const settingsItem = {
  to: "/reglages",
  label: "nav.reglages",
  icon: SlidersHorizontal,
} as const;
