import { expect, test } from "vitest";
import { sha256Of } from "#server/documents/archive";
import { aSnapshot, manyLignes, printedKinds, templates } from "../support/printed-kinds.ts";
import { aJob, aLogo, aRenderer } from "./a-renderer.ts";

const logoOfA = await aLogo(480, 160);

const ofA = aJob(
  aSnapshot({
    marque: { template: "bandeau", accent: "#8a1c3b" },
    content: { lignes: manyLignes(5) },
  }),
  { logo: logoOfA },
);

test("the same document gives the same bytes, in another renderer and after others", async () => {
  for (const template of templates) {
    const jobs = printedKinds.map(([, make]) => aJob(make({ template })));
    const first = await aRenderer();
    const alone: string[] = [];
    for (const job of jobs) alone.push(sha256Of(await first.pdf(job)));
    const second = await aRenderer();
    for (const [i, job] of jobs.toReversed().entries()) {
      expect(sha256Of(await second.pdf(job))).toBe(alone[jobs.length - 1 - i]);
    }
  }
});

test("a document of one société holds nothing of the one drawn before it", async () => {
  for (const template of templates) {
    // no logo, no QR code, no discount: everything that B could inherit from A
    const ofB = aJob(
      aSnapshot({
        marque: { template },
        emetteur: { ...aSnapshot().emetteur, nom: "Boulangerie Martin", iban: "", bic: "" },
      }),
    );
    const alone = await (await aRenderer()).pdf(ofB);
    const shared = await aRenderer();
    await shared.pdf(ofA);
    await shared.svg(ofA);
    const after = Buffer.from(await shared.pdf(ofB));
    expect(after.equals(Buffer.from(alone))).toBe(true);
    await shared.pdf({ ...ofA, xml: null });
    expect(Buffer.from(await shared.pdf(ofB)).equals(after)).toBe(true);
  }
});

test("a document that cannot be drawn leaves the next one untouched", async () => {
  const renderer = await aRenderer();
  const expected = sha256Of(await renderer.pdf(ofA));
  const broken = { ...ofA, logo: Buffer.from("not an image") };
  await expect(renderer.pdf(broken)).rejects.toThrow(/image/);
  expect(sha256Of(await renderer.pdf(ofA))).toBe(expected);
});

test("memory stays flat over many documents", async () => {
  const renderer = await aRenderer();
  const draw = async (count: number) => {
    for (let i = 0; i < count; i++) {
      await renderer.pdf(
        aJob(aSnapshot({ number: `F-2026-${i}`, content: { lignes: manyLignes(3) } })),
      );
    }
    return process.memoryUsage().rss / 1e6;
  };
  const warm = await draw(60);
  const grown = (await draw(100)) - warm;
  // without turning the event loop and evicting, these 100 would add some 130 MB
  expect(grown).toBeLessThan(60);
});
