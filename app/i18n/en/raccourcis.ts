import type { raccourcis as fr } from "../fr/raccourcis";
import type { Twin } from "../twin";

export const raccourcis = {
  titre: "Keyboard shortcuts",
  puis: "then",
  entree: "Enter",
  suppr: "Del",
  nouvelleFacture: "New invoice",
  tableau: "Go to the dashboard",
  factures: "Go to the invoices",
  clients: "Go to the customers",
  produits: "Go to the products",
  societes: "Switch company",
  recherche: "Search everywhere",
  rechercheListe: "Search the list",
  aide: "Show this help",
  editeur: "In an invoice",
  suivante: "Next cell; one more line after the last",
  rangee: "Next line, same column",
  deplacer: "Move the line",
  details: "Description, nature and discount of the line",
  supprimer: "Delete the line",
  enregistrer: "Save without waiting",
} as const satisfies Twin<typeof fr>;
