import { availableParallelism } from "node:os";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createRenderer } from "#server/documents/create-renderer";
import { buildSnapshot } from "#server/domain/build-snapshot";
import { computeFacture } from "#server/domain/compute-facture";
import { renderCii } from "#server/domain/en16931/cii";
import { aMarque } from "../support/facture-fixtures.ts";
import { structureProblems } from "../support/pdf-structure.ts";
import { pdfText } from "../support/pdf-text.ts";
import { templates } from "../support/printed-kinds.ts";
import { RANDOM_DAY, type RandomFacture, randomFacture } from "../support/random-facture.ts";
import { fuzzFactor } from "../support/shared-data.ts";
import { aJob } from "./a-renderer.ts";
import { missingFigures } from "./missing-figures.ts";

const renderer = createRenderer({ threads: Math.min(availableParallelism(), 4) });
afterAll(() => renderer.close());

const snapshotOf = ({ emetteur, acheteur, content }: RandomFacture, rank: number) =>
  buildSnapshot({
    ...{ type: "facture", content, emetteur, acheteur, preceding: [], issuedOn: RANDOM_DAY },
    marque: aMarque({
      template: templates[rank % 3] ?? "sobre",
      window: rank % 2 ? "left" : "right",
    }),
    number: `F-2026-${String(rank).padStart(5, "0")}`,
  });

/** Draws one facture; fails where paper, XML and engine differ. */
async function expectAgreement(facture: RandomFacture, rank: number): Promise<void> {
  const snapshot = snapshotOf(facture, rank);
  const { emetteur, acheteur, content } = facture;
  const engine = computeFacture({ emetteur, acheteur, content, on: RANDOM_DAY });
  expect(snapshot.totals).toEqual(engine.totals);
  const xml = renderCii(snapshot);
  const pdf = await renderer.render(aJob(snapshot, { xml }));
  expect(structureProblems(pdf, xml)).toEqual([]);
  expect(missingFigures(await pdfText(pdf), xml)).toEqual([]);
}

const AT_ONCE = 4;
const issuable = randomFacture.filter(({ content }) =>
  content.lignes.some(({ kind }) => kind === "ligne"),
);

test("200 random factures: the words of the PDF, its XML and the engine agree to the cent", async () => {
  let rank = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(issuable, { minLength: AT_ONCE, maxLength: AT_ONCE }),
      async (factures) => {
        await Promise.all(factures.map((facture) => expectAgreement(facture, ++rank)));
      },
    ),
    { numRuns: (200 / AT_ONCE) * fuzzFactor },
  );
  expect(rank).toBeGreaterThanOrEqual(200 * fuzzFactor);
});
