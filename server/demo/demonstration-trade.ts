import { atelierLenoir, type DemoTrade } from "./demo-trades.ts";

/** What a person's own demonstration is furnished with: small, so that it is there in a second. */
export const demonstrationTrade: DemoTrade = {
  ...atelierLenoir,
  nom: "Atelier Modèle",
  email: "contact@atelier-modele.example",
  line1: "2 place des Essais",
  accent: "#3d5a45",
  template: "bandeau",
  clients: 20,
  factures: 36,
  produits: [
    ...atelierLenoir.produits,
    ["Plan de travail chêne, huilé", "MTR", 28_500, 2000, "bien"],
    ["Pose de cuisine", "HUR", 5_800, 1000, "service"],
    ["Enlèvement et tri des gravats", "C62", 12_000, 1000, "service"],
  ],
  variants: [""],
};
