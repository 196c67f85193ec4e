import { factureTypes } from "#server/domain/facture";
import { serieResets } from "#server/domain/serie";
import { defineForm } from "../../define-form";

const next = () => "/reglages/societe?fait=enregistre#numerotation";

export const seriesForm = defineForm({
  procedure: "societe.updateSeries",
  read: (form) => ({
    code: form.choice("code", factureTypes),
    pattern: form.text("pattern"),
    reset: form.choice("reset", serieResets),
  }),
  next,
});

export const lastNumberForm = defineForm({
  procedure: "societe.declareLastNumber",
  read: (form) => ({ code: form.choice("code", factureTypes), example: form.text("example") }),
  next,
});
