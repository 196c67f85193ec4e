import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { problemsOf } from "../../server/domain/completeness.ts";
import { checkSnapshot } from "../../server/domain/en16931/check-snapshot.ts";
import { renderCii } from "../../server/domain/en16931/cii.ts";
import { documentKinds, kindInputs } from "../support/document-kinds.ts";
import {
  fuzzFactor,
  officialTest,
  readShared,
  readSharedJson,
  sharedData,
} from "../support/shared-data.ts";
import { failedRules, officialFindings, schemaErrors } from "../support/validate-cii.ts";

const ofSample = (folder: string) => (name: string) => ({
  name,
  xml: readShared(`samples/${folder}/${name}`),
  flow2: true,
});

/** Every facture, and the avoir of every third: of every one in the long run. */
const isSwept = (_: unknown, i: number) => fuzzFactor > 1 || i % 2 === 0 || i % 6 === 1;

test("every kind of document is complete and passes our own rules", () => {
  expect(kindInputs.length).toBeGreaterThan(40);
  for (const [kind, input] of kindInputs) {
    const { content, emetteur, acheteur, issuedOn: today } = input;
    expect([kind, problemsOf({ content, emetteur, acheteur, today })]).toEqual([kind, []]);
  }
  for (const [kind, snapshot] of documentKinds)
    expect([kind, checkSnapshot(snapshot)]).toEqual([kind, []]);
});

officialTest(
  "every kind of document passes schema, EN 16931, Factur-X and, between professionals, BR-FR",
  async () => {
    const documents = documentKinds.filter(isSwept).map(([name, snapshot]) => ({
      name,
      xml: renderCii(snapshot),
      flow2: snapshot.routing !== "B2C",
    }));
    expect(documents.length).toBeGreaterThan(55);
    expect(await officialFindings(documents)).toEqual([]);
  },
);

officialTest("the validator accepts the valid samples", async () => {
  const samples = readdirSync(join(sharedData, "samples/valid")).filter((name) =>
    /^(?:own_D\d+|fnfe_UC(?:1|4|4b|5b)_38\d_(?!UBL)\w+)\.xml$/.test(name),
  );
  expect(samples.length).toBeGreaterThan(12);
  expect(await officialFindings(samples.map(ofSample("valid")))).toEqual([]);
});

type Expected = Record<string, { en16931: string[]; brfr: string[] }>;

officialTest("the validator finds in the wrong samples what it must, and only that", async () => {
  const expected = readSharedJson<Expected>("samples/expected-invalid.json");
  const names = Object.keys(expected).filter((name) => name.startsWith("I"));
  expect(names.length).toBeGreaterThan(9);
  const documents = names.map(ofSample("invalid"));
  for (const { name, xml } of documents) {
    const found = { en16931: failedRules(xml, "en16931"), brfr: failedRules(xml, "brfr") };
    expect([name, found]).toEqual([name, expected[name]]);
  }
  const misordered = await schemaErrors(documents);
  expect(misordered).not.toEqual([]);
  expect(misordered.every((error) => error.startsWith("I10"))).toBe(true);
});

officialTest("the validator refuses a document of another syntax", () => {
  const ubl = readShared("samples/valid/fnfe_UC1_380_UBL.xml");
  expect(failedRules(ubl, "en16931")).toEqual(["not a CII document"]);
});
