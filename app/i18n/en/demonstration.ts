import type { demonstration as fr } from "../fr/demonstration";
import type { Twin } from "../twin";

export const demonstration = {
  nom: "Demonstration",
  marque: "Demonstration.",
  marqueSuite: "Made-up data: nothing counts, nothing is sent.",
  offre: {
    texte:
      "Would you like to try without touching your books? A demonstration company, already filled with fourteen months of invoices, apart from yours.",
    rouvrir: "Your demonstration company is waiting for you, apart from yours.",
    creer: "Create a demonstration company",
    preparation: "Preparing the demonstration…",
    ouvrir: "Open the demonstration",
    ouverture: "Opening the demonstration…",
  },
  fin: {
    titre: "Demonstration company",
    note: "Nobody but you enters it. It has no subscription, no limit and no message, and erases itself after 60 days without a visit.",
    texte:
      "Its documents bear “Demonstration” and are no invoices. Deleting it erases everything, at once; you may create another.",
    confirmer: "Yes, delete this demonstration and all it holds",
    supprimer: "Delete the demonstration",
    suppression: "Deleting…",
  },
} as const satisfies Twin<typeof fr>;
