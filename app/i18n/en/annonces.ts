import type { annonces as fr } from "../fr/annonces";
import type { Twin } from "../twin";

export const annonces = {
  region: "Announcements from FacturePro",
  niveau: { info: "Information", attention: "Warning", maintenance: "Maintenance" },
  masquer: "Hide this announcement",
  enMaintenance: "FacturePro is under maintenance.",
  enMaintenanceSuite:
    "You can read and export; nothing is saved for now. What you type stays on the page.",
  titre: "Announcements",
  liste: {
    titre: "Announcements",
    note: "Shown above the pages of every company",
    vide: "No announcement so far.",
    depuis: "since {{du}}",
    de: "from {{du}} to {{au}}",
    retirer: "Withdraw",
    retirerTitre: "Withdraw the announcement",
    retirerAide: "It disappears from every page at once.",
    retirerFaire: "Withdraw the announcement",
    garder: "Keep it",
    retiree: "The announcement is withdrawn.",
  },
  etat: { prevue: "Planned", affichee: "Shown", finie: "Over" },
  ecrire: {
    titre: "Write an announcement",
    aide: "People read it in their language and may hide it, unless it announces a maintenance.",
    niveau: "Level",
    texteFr: "French text",
    texteEn: "English text",
    du: "From",
    duAide: "Without a date: from now on",
    au: "Until (included)",
    auAide: "Without a date: until you withdraw it",
    faire: "Publish the announcement",
    fait: "The announcement is published.",
  },
  maintenance: {
    titre: "Maintenance mode",
    ouverte: "The service reads and writes as usual.",
    fermee: "Read-only since {{jour}} at {{heure}}.",
    aide: "People can log in, read and export; no change is accepted. Stripe’s webhooks and the console stay open.",
    commencer: "Make the service read-only",
    commence: "The service is read-only.",
    finir: "Reopen the service",
    fini: "The service writes again.",
  },
} as const satisfies Twin<typeof fr>;
