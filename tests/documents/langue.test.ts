import { expect, test } from "vitest";
import { renderCii } from "#server/domain/en16931/cii";
import { anAcheteur, anEmetteur } from "../support/facture-fixtures.ts";
import { pdfText } from "../support/pdf-text.ts";
import { aSnapshot, templates } from "../support/printed-kinds.ts";
import { aJob, aRenderer } from "./a-renderer.ts";

const renderer = await aRenderer();
const english = anAcheteur({ langue: "en" });

/** As one line: where the page breaks its sentences is its own affair. */
const printed = async (
  template: (typeof templates)[number],
  acheteur = english,
  emetteur = anEmetteur(),
) => {
  const snapshot = aSnapshot({ marque: { template }, acheteur, emetteur });
  return (await pdfText(await renderer.pdf(aJob(snapshot)))).join(" ").replace(/\s+/g, " ");
};

test("a client who reads English is invoiced in English, and the law's sentences stay in French beside", async () => {
  for (const template of templates) {
    const text = await printed(template);
    for (const said of ["Invoice", "Issue date", "Amount due", "Total excl. VAT", "Page 1 of 1"])
      expect(text, `${template}: ${said}`).toContain(said);
    expect(text, template).toMatch(/€\d/);
    expect(text, template).toContain("des pénalités seront exigibles");
    expect(text, template).toContain("Late payment gives rise to penalties");
    expect(text, template).not.toContain("Net à payer");
  }
});

test("the language of the page changes nothing of the XML", () => {
  expect(renderCii(aSnapshot({ acheteur: english }))).toBe(
    renderCii(aSnapshot({ acheteur: anAcheteur() })),
  );
});

test("what a demonstration issues says on every template that it is no facture, and asks for no transfer", async () => {
  const madeUp = anEmetteur({ isDemonstration: true });
  for (const template of templates) {
    const french = await printed(template, anAcheteur(), madeUp);
    expect(french, template).toContain("DÉMONSTRATION");
    expect(french, template).toContain("ce n’est pas une facture");
    expect(french, template).not.toContain("IBAN");
    const inEnglish = await printed(template, english, madeUp);
    expect(inEnglish, template).toContain("DEMONSTRATION");
    expect(inEnglish, template).toContain("this is not an invoice");
    expect(await printed(template, anAcheteur()), template).not.toContain("DÉMONSTRATION");
  }
});
