import { expect, test } from "vitest";
import { renderCii } from "#server/domain/en16931/cii";
import { structureProblems } from "../support/pdf-structure.ts";
import { overlaps, pdfRuns, pdfText } from "../support/pdf-text.ts";
import { aSnapshot, printedKinds, templates } from "../support/printed-kinds.ts";
import { aJob, aLogo, aRenderer } from "./a-renderer.ts";
import { missingFigures } from "./missing-figures.ts";

const renderer = await aRenderer();
const logo = await aLogo();

for (const template of templates) {
  test(`twelve kinds of document are Factur-X in the template ${template}, and say what their XML says`, async () => {
    expect(printedKinds.length).toBe(12);
    for (const [i, [kind, make]] of printedKinds.entries()) {
      const snapshot = make({ template, window: i % 2 ? "left" : "right" });
      const xml = renderCii(snapshot);
      const pdf = await renderer.pdf(aJob(snapshot, { logo: i % 2 ? logo : null }));
      expect(structureProblems(pdf, xml), kind).toEqual([]);
      expect(missingFigures(await pdfText(pdf), xml), kind).toEqual([]);
      expect((await pdfRuns(pdf)).flatMap(overlaps), kind).toEqual([]);
    }
  });
}

test("the WebAssembly build writes Factur-X too, with the same words on the page", async () => {
  const wasm = await aRenderer("wasm");
  for (const [kind, make] of printedKinds.slice(1, 3)) {
    const job = aJob(make({ template: "bandeau" }), { logo });
    const pdf = await wasm.pdf(job);
    expect(structureProblems(pdf, job.xml ?? ""), kind).toEqual([]);
    expect(await pdfText(pdf), kind).toEqual(await pdfText(await renderer.pdf(job)));
    expect(await wasm.svg(job)).toBeNull();
  }
});

test("the structure check sees what is wrong", async () => {
  const job = aJob(printedKinds[0]?.[1]({}) ?? expect.fail());
  const pdf = Buffer.from(await renderer.pdf(job));
  const altered = (from: string, to: string) =>
    structureProblems(
      Buffer.from(pdf.toString("latin1").replaceAll(from, to), "latin1"),
      job.xml ?? "",
    );
  expect(altered("/AFRelationship /Alternative", "/AFRelationship /Data       ")).toEqual([
    "wrong relationship",
  ]);
  expect(altered("(factur-x.xml)", "(facturx-.xml)")).toContain("wrong name");
  expect(altered("<pdfaid:part>3<", "<pdfaid:part>2<")).toEqual([
    "pdfaid:part is not claimed once",
  ]);
  expect(altered(">EN 16931<", ">EXTENDED<")).toEqual(["fx:ConformanceLevel is not claimed once"]);
  expect(structureProblems(pdf, `${job.xml} `)).toEqual(["the XML is not the stored one"]);
});

test("a brouillon is previewed with its stamp, without XML, number to quote or code to pay", async () => {
  const snapshot = { ...(printedKinds[0]?.[1]({}) ?? expect.fail()), number: "" };
  const pdf = await renderer.pdf(aJob(snapshot, { xml: null }));
  const [page = ""] = await pdfText(pdf);
  expect(page).toContain("BROUILLON");
  expect(page).not.toMatch(/N° *$/m);
  expect(page).not.toContain("scannez");
  expect(Buffer.from(pdf).includes("/EmbeddedFiles")).toBe(false);
  expect(Buffer.from(pdf).includes("factur-x.xml")).toBe(false);
});

test("a facture paid before it is issued says when and how, and asks for nothing", async () => {
  const acquittement = { paidOn: "2026-11-20", method: "carte" } as const;
  for (const template of templates) {
    const snapshot = aSnapshot({ acquittement, marque: { template } });
    const [page = ""] = await pdfText(await renderer.pdf(aJob(snapshot)));
    expect(page).toContain("Payée le 20 novembre 2026 par carte");
    expect(page).toMatch(/Net à payer[\s\S]*\b0,00 €/);
    expect(page).toMatch(/Déjà réglé [−-]\d/);
    expect(page).not.toContain("IBAN");
    expect(page).not.toContain("scannez");
    expect(page).not.toContain("Échéance");
  }
});

test("an empty brouillon can be previewed in every template", async () => {
  for (const template of templates) {
    const snapshot = printedKinds[0]?.[1]({ template }) ?? expect.fail();
    const [page = ""] = await pdfText(
      await renderer.pdf(aJob({ ...snapshot, number: "", lignes: [] }, { xml: null })),
    );
    expect(page).toContain("Aucune ligne");
  }
});

test("the pages are offered as images that carry neither script nor text", async () => {
  for (const template of templates) {
    const snapshot = printedKinds[2]?.[1]({ template }) ?? expect.fail();
    const job = aJob(snapshot, { logo });
    const images = (await renderer.svg(job)) ?? expect.fail("the native build draws images");
    expect(images.length).toBe((await pdfText(await renderer.pdf(job))).length);
    for (const image of images) {
      expect(image).toMatch(/^<svg viewBox="0 [\d.]+ 595[\d.]* 841[\d.]*"[^>]*>/);
      expect(image).not.toMatch(
        /<(?:script|text|style|foreignObject|a)\b|\son\w+=|href="(?!#|data:image\/)/i,
      );
      const used = new Set(image.match(/href="#([^"]+)"/g));
      expect(used.size).toBeGreaterThan(10);
      for (const reference of used) expect(image).toContain(`id="${reference.slice(7, -1)}"`);
    }
  }
});
