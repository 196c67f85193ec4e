import type { visites as fr } from "../fr/visites";
import type { Twin } from "../twin";

export const visites = {
  commencer: "Visit this page",
  rang: "{{rang}} of {{total}}",
  precedent: "Back",
  suivant: "Next",
  terminer: "Finish",
  offre: {
    titre: "First time here?",
    liste: "The tour of the list has four steps.",
    editeur: "The tour of the editor has four steps.",
    commencer: "Start",
    plusTard: "Later",
    jamais: "Do not offer again",
  },
  liste: {
    titre: "A visit of the list",
    creer: {
      titre: "An invoice in one key",
      texte: "The key C opens a draft from any page.",
    },
    totaux: {
      titre: "Where you stand",
      texte: "Invoiced, paid, due, late: the whole company, before any filter.",
    },
    outils: {
      titre: "Search and filter",
      texte:
        "A number, a client, a subject or an exact amount. Each filter becomes a label to remove, and a view can be kept.",
    },
    rangs: {
      titre: "Each row opens",
      texte: "Two labels, never mixed: the document and its payment.",
    },
  },
  editeur: {
    titre: "A visit of the editor",
    feuille: {
      titre: "The sheet is the document",
      texte: "You write where the client will read. Everything saves itself.",
    },
    cote: {
      titre: "What surrounds it",
      texte: "Totals, due date and mentions, each with the reason why it is there.",
    },
    controle: {
      titre: "The check",
      texte: "What is still missing is told here; each line leads to the field to mend.",
    },
    emettre: {
      titre: "Issue",
      texte: "The invoice takes its number and changes no more: a credit note corrects it.",
    },
  },
} as const satisfies Twin<typeof fr>;
