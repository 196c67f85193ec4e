import { expect, test } from "vitest";
import { i18n } from "../../app/i18n/i18n";

test("none has its own sentence, whatever number was said before", () => {
  const t = i18n.getFixedT("fr", "pilotage");
  expect(t("encours.factures", { count: 1 })).toBe("1 facture");
  expect(t("encours.factures", { count: 0 })).toBe("aucune");
  expect(t("encours.factures", { count: 1 })).toBe("1 facture");
  expect(t("encours.factures", { count: 2 })).toBe("2 factures");
});
