import { expect, test } from "vitest";
import { formatAmount, formatEuros } from "#server/domain/amount";
import { aLigne, anEmetteur, aRemise } from "../support/facture-fixtures.ts";
import { overlaps, pdfRuns, pdfText, withoutSpaces } from "../support/pdf-text.ts";
import { aSnapshot, manyLignes, templates } from "../support/printed-kinds.ts";
import { aJob, aLogo, aRenderer } from "./a-renderer.ts";

const renderer = await aRenderer();
const logo = await aLogo(900, 120);
const lines = (text: string) => text.split("\n");

for (const template of templates) {
  test(`1, 12, 40 and 200 lignes in the template ${template}: heads repeat, totals stay with lignes, sums are carried`, async () => {
    for (const count of [1, 12, 40, 200]) {
      const snapshot = aSnapshot({ marque: { template }, content: { lignes: manyLignes(count) } });
      const pdf = await renderer.pdf(aJob(snapshot, { logo }));
      const pages = await pdfText(pdf);
      expect((await pdfRuns(pdf)).flatMap(overlaps), `${template}, ${count} lignes`).toEqual([]);
      const last = pages.at(-1) ?? "";

      pages.forEach((page, i) => {
        const name = `${template}, ${count} lignes, page ${i + 1}`;
        expect(page, name).toContain(`Page ${i + 1} sur ${pages.length}`);
        expect(page, name).toContain("Désignation");
        expect(page, name).toMatch(/Prestation \d+/);
        expect(page, name).toContain("SIREN 732 829 320");
        if (i > 0) expect(page, name).toContain("Facture F-2026-00057");
      });
      expect(last).toContain(`Prestation ${count}`);
      expect(last).toContain("Net à payer");
      expect(last).toContain(formatEuros(snapshot.totals.totalTtc).replaceAll("\u00a0", " "));
      expect(last).toContain("IBAN");
      expect(last).toContain("Conditions");
      if (count > 3) expect(last).toContain(`Prestation ${count - 1}`);
      if (count === 1) expect(pages.length).toBe(1);
      expectCarriedSums(
        pages,
        snapshot.lignes.map(({ netHt }) => netHt),
      );
    }
  });
}

test("a subtotal is printed with what stands above it, on no page alone, and counts in no total", async () => {
  const blocks = Array.from({ length: 24 }, (_, i) => [
    ...manyLignes(2),
    aLigne({}, { kind: "sous_total", designation: i % 2 === 0 ? "" : `Fin du lot ${i}` }),
  ]);
  for (const template of templates) {
    const content = { lignes: blocks.flat() };
    const snapshot = aSnapshot({ marque: { template }, content });
    const pages = await pdfText(await renderer.pdf(aJob(snapshot)));
    const text = pages.join("\n");
    expect(text.match(/Sous-total|Fin du lot/g), template).toHaveLength(24);
    // what manyLignes(2) comes to
    expect(text.match(/62,50/g)?.length, template).toBeGreaterThanOrEqual(24);
    expect(pages.length, template).toBeGreaterThan(1);
    for (const page of pages) {
      const [first] = page.match(/Prestation \d|Sous-total|Fin du lot/) ?? [""];
      expect(first, template).toMatch(/^Prestation/);
    }
    const without = manyLignes(2).flatMap((ligne) => Array(24).fill(ligne));
    expect(snapshot.totals.totalHt).toBe(
      aSnapshot({ content: { lignes: without } }).totals.totalHt,
    );
  }
});

/** « À reporter » at the foot of a page is « Report » at the head of the next, and the sum of the lignes so far. */
function expectCarriedSums(pages: readonly string[], nets: readonly number[]): void {
  let printed = 0;
  pages.slice(0, -1).forEach((page, i) => {
    printed += page.match(/Prestation \d+/g)?.length ?? 0;
    const sum = formatAmount(nets.slice(0, printed).reduce((total, net) => total + net, 0));
    expect(lines(page)).toContain(`À reporter ${sum.replaceAll("\u00a0", " ")}`);
    expect(lines(pages[i + 1] ?? "")).toContain(`Report ${sum.replaceAll("\u00a0", " ")}`);
  });
}

const HOSTILE = [
  "🙂 émoji 👩‍👩‍👧‍👦 et 你好 مرحبا שלום",
  '#panic("x") #eval("1") $x$ *gras* _it_ `code` <label> @ref // commentaire /* */ \\u{41} [crochets]',
  "</ram:Name><script>alert(1)</script>&amp;]]>",
  "\ud800 seul, \uE000 privé, zéro\u200bwidth, \u202Erenversé\u202C, BOM\ufeff, nul\u0000, cloche\u0007",
  "x".repeat(250),
  "Ελληνικά, Кирилиця, Łódź, İstanbul, Þór, ﬁn, ①②, ㎡, Ⅻ, e\u0301 décomposé, \u2011 et \u2007",
  "",
  " ",
  "-".repeat(120),
  'guillemets « ouverts » ! pourquoi ? parce que : voilà ; 100 % "sûr"',
];

test("hostile texts are printed as text, in every field, and never stop a document", async () => {
  for (const [i, text] of HOSTILE.entries()) {
    const snapshot = aSnapshot({ marque: { template: templates[i % 3] ?? "sobre" } });
    const [ligne] = snapshot.lignes;
    const everywhere = {
      ...snapshot,
      emetteur: { ...snapshot.emetteur, nom: text, footer: text, website: text },
      acheteur: {
        ...snapshot.acheteur,
        nom: text,
        address: { ...snapshot.acheteur.address, line1: text, line2: text },
      },
      shipTo: { name: text, ...snapshot.acheteur.address },
      subject: text,
      purchaseOrder: text,
      buyerReference: text,
      note: `${text}\n${text}`,
      lignes: ligne ? [{ ...ligne, designation: text, description: `${text}\r\n${text}` }] : [],
      mentions: [{ rule: "pied-de-page", text, legalRef: "", noteCode: null }],
    };
    const pages = await pdfText(await renderer.pdf(aJob(everywhere)));
    expect(pages.join("\n"), text.slice(0, 30)).toContain("Net à payer");
  }
});

test("markup in a name is printed letter by letter, and what the fonts lack becomes a question mark", async () => {
  const acheteur = { ...aSnapshot().acheteur, nom: '#panic("x") & <Fils> 你好' };
  const [page = ""] = await pdfText(await renderer.pdf(aJob(aSnapshot({ acheteur }))));
  expect(page).toContain('#panic("x") & <Fils> ??');
});

test("amounts of a thousand million, names of 120 letters and a number of 35 are printed whole", async () => {
  for (const template of templates) {
    const [ligne] = manyLignes(1);
    const nom = `Société ${"anonyme ".repeat(13)}Fin`;
    const number = "FACTURE-2026-SITE-LYON-CENTRE-00057";
    const snapshot = aSnapshot({
      marque: { template },
      number,
      acheteur: { ...aSnapshot().acheteur, nom },
      content: {
        lignes: ligne ? [{ ...ligne, quantity: 9_999_999, unitPriceHt: 832_500_000_123_456 }] : [],
      },
    });
    const pages = (await pdfText(await renderer.pdf(aJob(snapshot))))
      .join("\n")
      .replace(/\s+/g, "");
    expect(pages).toContain(formatEuros(snapshot.totals.totalTtc).replace(/\s/g, ""));
    expect(pages).toContain("832500000,123456");
    expect(pages).toContain(nom.replace(/\s/g, ""));
    expect(pages).toContain(number);
  }
});

const steps = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => `${word} ${i + 1}.`);

/** How many lignes, which of them is tall, and by how many paragraphs. */
const TALL = [
  [1, 0],
  [6, 5],
  [6, 4],
  [6, 1],
].flatMap(([count = 1, at = 0]) => [9, 45, 70].map((height) => ({ count, at, height })));

test("descriptions of any height, before or in the last lignes, are printed whole and over nothing", async () => {
  for (const [i, { count, at, height }] of [...TALL, ...TALL, ...TALL].entries()) {
    const template = templates[Math.floor(i / TALL.length)] ?? "sobre";
    const description = steps(height, "Étape").join("\n");
    const lignes = manyLignes(count).map((it, rank) => (rank === at ? { ...it, description } : it));
    const pages = await pdfRuns(
      await renderer.pdf(aJob(aSnapshot({ marque: { template }, content: { lignes } }))),
    );
    const name = `${template}, ${count} lignes, ${height} paragraphs`;
    const texts = pages.flat().map(({ text }) => text.trim());
    expect(texts, name).toEqual(expect.arrayContaining(steps(height, "Étape")));
    expect(texts, name).toEqual(
      expect.arrayContaining(lignes.map(({ designation }) => designation)),
    );
    expect(pages.flatMap(overlaps), name).toEqual([]);
  }
});

test("long notes, many conditions and many discounts are printed whole and over nothing", async () => {
  for (const template of templates) {
    const snapshot = aSnapshot({
      marque: { template },
      emetteur: anEmetteur({ footer: steps(60, "Clause").join("\n") }),
      content: {
        lignes: manyLignes(5),
        note: steps(80, "Remarque").join("\n"),
        ajustements: steps(15, "Remise").map((motif) => aRemise(100, { motif })),
      },
    });
    const pages = await pdfRuns(await renderer.pdf(aJob(snapshot)));
    const text = pages
      .flat()
      .map(({ text: run }) => run)
      .join("\n");
    for (const part of steps(60, "Clause")) expect(text, template).toContain(part);
    for (const part of steps(80, "Remarque")) expect(text, template).toContain(part);
    expect(withoutSpaces(text).match(/Remise\d+\.\(1%\)/g)?.length, template).toBe(45);
    expect(text, template).toContain("Net à payer");
    expect(pages.flatMap(overlaps), template).toEqual([]);
  }
});

test("a word of 250 letters and a long address of the web stay in their column", async () => {
  for (const template of templates) {
    const [ligne] = manyLignes(1);
    const url = "https://exemple.example/un/chemin/tres/long?avec=des&parametres=nombreux_et_longs";
    const lignes = ligne ? [{ ...ligne, designation: "x".repeat(250), description: url }] : [];
    const snapshot = aSnapshot({ marque: { template }, content: { lignes } });
    const pages = await pdfRuns(await renderer.pdf(aJob(snapshot)));
    const text = withoutSpaces(
      pages
        .flat()
        .map(({ text: run }) => run)
        .join(""),
    );
    expect(text).toContain("x".repeat(250));
    expect(text).toContain(url);
    expect(pages.flatMap(overlaps), template).toEqual([]);
  }
});
