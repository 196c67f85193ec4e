import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import result from "../../app/fonctionnalites.json";
import { fonctionnalites } from "../../app/i18n/fr/fonctionnalites.ts";
import { featureProofs } from "../../scripts/features/feature-proofs.ts";
import { provedFeatures } from "../../scripts/features/proved-features.ts";

const root = join(import.meta.dirname, "../..");
const proofs: Readonly<Record<string, readonly { file: string; sentence: string }[]>> =
  featureProofs;

/** Whether a test of that sentence stands in the file; a title made from a value matches whatever the value. */
function stands({ file, sentence }: { readonly file: string; readonly sentence: string }): boolean {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(/\btest(?:\.runIf\(\w+\))?\(\s*(["`])(.+?)\1/g)].some(
    ([, , title]) => {
      const parts = (title ?? "").split(/\$\{[^}]+\}/);
      const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+");
      return new RegExp(`^${pattern}$`).test(sentence);
    },
  );
}

test("every promise of the public page is proved by tests that stand in the suite today", () => {
  const told = result.features.flatMap(({ tests }) => tests);
  expect(told.filter((proof) => !stands(proof))).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
});

test("a feature is shown with all of its proofs, under words of its own", () => {
  for (const { feature, tests } of result.features) expect(tests).toEqual(proofs[feature]);
  expect(Object.keys(fonctionnalites.liste).sort()).toEqual(Object.keys(proofs).sort());
});

test("a test that fails, is skipped or is gone takes its feature off the page", () => {
  const report = (status: string) => ({
    testResults: [
      {
        name: "/house/tests/one.test.ts",
        assertionResults: [
          { title: "it holds", status: "passed" },
          { title: "it lasts", status },
        ],
      },
    ],
  });
  const of = (...sentences: string[]) =>
    sentences.map((sentence) => ({ file: "tests/one.test.ts", sentence }));
  const map = {
    held: of("it holds"),
    lasting: of("it holds", "it lasts"),
    none: of(),
    gone: of("x"),
  };
  const namesOf = (status: string) =>
    provedFeatures(map, report(status), "/house").map(({ feature }) => feature);
  expect(namesOf("passed")).toEqual(["held", "lasting"]);
  expect(namesOf("failed")).toEqual(["held"]);
  expect(namesOf("skipped")).toEqual(["held"]);
});
