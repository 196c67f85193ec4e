import { niveauxAnnonce } from "#server/domain/annonce";
import { defineForm } from "../../define-form";

const back = (done: string) => () => `/console/annonces?fait=${done}`;

export const publishForm = defineForm({
  procedure: "consoleAnnonces.publish",
  read: (form) => ({
    niveau: form.choice("niveau", niveauxAnnonce),
    texteFr: form.text("texteFr"),
    texteEn: form.text("texteEn"),
    from: form.optionalDay("from"),
    until: form.optionalDay("until"),
    reason: form.text("reason"),
  }),
  next: back("publiee"),
});

export const endAnnonceForm = defineForm({
  procedure: "consoleAnnonces.end",
  read: (form) => ({ annonceId: form.text("annonceId"), reason: form.text("reason") }),
  next: back("retiree"),
});

export const beginMaintenanceForm = defineForm({
  procedure: "consoleAnnonces.beginMaintenance",
  read: (form) => ({ reason: form.text("reason") }),
  next: back("fermee"),
});

export const endMaintenanceForm = defineForm({
  procedure: "consoleAnnonces.endMaintenance",
  read: (form) => ({ reason: form.text("reason") }),
  next: back("ouverte"),
});
