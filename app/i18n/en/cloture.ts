import type { cloture as fr } from "../fr/cloture";
import type { Twin } from "../twin";

export const cloture = {
  titre: "Data",
  export: {
    titre: "Take everything away",
    note: "A ZIP archive, prepared while you download it",
    texte:
      "The PDF and XML of all issued documents, your customers, products, invoices and payments as CSV, and the company’s journal, one JSON line a fact.",
    telecharger: "Download the archive",
  },
  contenu: {
    factures: "Issued invoices",
    avoirs: "Credit notes",
    clients: "Customers",
    produits: "Products",
    reglements: "Payments",
    journal: "Lines of the journal",
  },
  suppression: {
    titre: "Delete the company",
    note: "Thirty days to change your mind, then nothing is left",
    editeur: "This company keeps the books of the service itself: it cannot be deleted.",
    suite:
      "As soon as you ask, “{{nom}}” can be read and exported, but nothing in it can be changed any more; the subscription stops at the end of the paid period. Thirty days later, all of this is destroyed, for good:",
    loi: "The law makes you keep your invoices for ten years (C. com. L123-22), even after deletion: download the archive first.",
    nom: "Name of the company",
    nomAide: "Copy: {{nom}}",
    motDePasse: "Your password",
    motDePasseAide: "Everybody who administers the company will be told by e-mail.",
    demander: "Delete the company in 30 days",
  },
  demandee: {
    titre: "Deletion requested",
    note: "It can be cancelled until the last day",
    destruction: "Destruction",
    par: "Requested by",
    le: "On",
    texte:
      "A certificate of destruction will then be sent to the person who asked for it. Until then, everything can be read and exported.",
    annuler: "Cancel the deletion",
  },
  fait: {
    demandee: "The deletion is requested. You can still cancel it.",
    annulee: "The deletion is cancelled. Everything works again as before.",
    annuleeSansAbonnement:
      "The deletion is cancelled. The subscription could not resume: check it in Settings, Subscription.",
  },
} as const satisfies Twin<typeof fr>;
