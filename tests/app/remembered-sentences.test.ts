import { expect, test } from "vitest";
import { en } from "../../app/i18n/en";
import { fr } from "../../app/i18n/fr";
import { createI18n } from "../../app/i18n/i18n";

test("none has its own sentence, whatever number was said before", () => {
  const t = createI18n("fr", fr).getFixedT("fr", "pilotage");
  expect(t("encours.factures", { count: 1 })).toBe("1 facture");
  expect(t("encours.factures", { count: 0 })).toBe("aucune");
  expect(t("encours.factures", { count: 1 })).toBe("1 facture");
  expect(t("encours.factures", { count: 2 })).toBe("2 factures");
});

test("each language keeps its own sentences, and its own forms of a number", () => {
  const inEnglish = createI18n("en", en).getFixedT("en", "commun");
  const inFrench = createI18n("fr", fr).getFixedT("fr", "commun");
  expect(inEnglish("attente.minutes", { count: 0 })).toBe("0 minutes");
  expect(inFrench("attente.minutes", { count: 0 })).toBe("0 minute");
  expect(inEnglish("erreur.recharger")).toBe("Reload the page");
  expect(inFrench("erreur.recharger")).toBe("Recharger la page");
});
