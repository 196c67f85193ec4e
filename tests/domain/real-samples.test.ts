import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { buildAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot } from "../../server/domain/build-snapshot.ts";
import { problemsOf } from "../../server/domain/completeness.ts";
import { checkSnapshot } from "../../server/domain/en16931/check-snapshot.ts";
import { renderCii } from "../../server/domain/en16931/cii.ts";
import type { Snapshot } from "../../server/domain/snapshot.ts";
import { aMarque } from "../support/facture-fixtures.ts";
import {
  readSample,
  reenteredSamples,
  type Sample,
  samplesOutOfScope,
  sampleToFacture,
  transposedSample,
  transposedSamples,
} from "../support/sample-to-facture.ts";
import { officialTest, readShared, sharedData } from "../support/shared-data.ts";
import { oracleTotals } from "../support/totals-oracle.ts";
import { officialFindings } from "../support/validate-cii.ts";

type Typed = Pick<Sample, "emetteur" | "acheteur" | "content" | "issuedOn">;

const issue = ({ emetteur, acheteur, content, issuedOn }: Typed, number: string): Snapshot =>
  buildSnapshot({
    ...{ type: "facture", content, emetteur, acheteur, number, issuedOn },
    marque: aMarque(),
    preceding: [],
  });

/** An avoir is made of the facture it cancels, issued the day it says. */
function reenter(sample: Sample): Snapshot {
  if (sample.type === "facture") return issue(sample, sample.number);
  const [original] = sample.preceding;
  if (!original) throw new Error("an avoir without original");
  const facture = issue({ ...sample, issuedOn: original.issuedOn }, original.number);
  const { number, issuedOn } = sample;
  return buildAvoir(facture, { number, issuedOn, motif: "Erreur de taux" });
}

officialTest("every sample is re-entered, transposed, or left out for a reason", () => {
  const names = readdirSync(join(sharedData, "samples/valid")).flatMap((name) =>
    name.endsWith(".xml") ? [name.slice(0, -4)] : [],
  );
  const known = [...reenteredSamples, ...transposedSamples, ...Object.keys(samplesOutOfScope)];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
});

officialTest("re-entered samples come to their own figures, per rate and in all", () => {
  for (const name of reenteredSamples) {
    const sample = readSample(name);
    const { lignes, totals } = reenter(sample);
    const { netsHt, tva, ...figures } = sample.figures;
    expect([name, lignes.map(({ netHt }) => netHt)]).toEqual([name, netsHt]);
    expect([name, totals.tva]).toEqual([name, tva]);
    expect(totals).toMatchObject(figures);
  }
});

officialTest("transposed examples come to the totals computed independently", () => {
  for (const name of transposedSamples) {
    const typed = transposedSample(name);
    const { lignes, totals } = issue(typed, "F-2026-00001");
    const treated = lignes.map((ligne, i) => ({
      ...ligne,
      ajustements: typed.content.lignes[i]?.ajustements ?? [],
    }));
    const { nets, ...expected } = oracleTotals(treated, typed.content.ajustements);
    expect([name, lignes.map(({ netHt }) => netHt)]).toEqual([name, nets]);
    expect(totals).toMatchObject(expected);
  }
});

officialTest("re-entered and transposed samples pass our rules and the official ones", async () => {
  const typed = [
    ...reenteredSamples.map((name) => ({
      name,
      typed: readSample(name),
      snapshot: reenter(readSample(name)),
    })),
    ...transposedSamples.map((name) => {
      const sample = transposedSample(name);
      return { name, typed: sample, snapshot: issue(sample, "F-2026-00001") };
    }),
  ];
  for (const { name, typed: facts, snapshot } of typed) {
    const { content, emetteur, acheteur, issuedOn: today } = facts;
    expect([name, problemsOf({ content, emetteur, acheteur, today })]).toEqual([name, []]);
    expect([name, checkSnapshot(snapshot)]).toEqual([name, []]);
  }
  const documents = typed.map(({ name, snapshot }) => ({
    name,
    xml: renderCii(snapshot),
    flow2: true,
  }));
  expect(documents.length).toBe(reenteredSamples.length + transposedSamples.length);
  expect(await officialFindings(documents)).toEqual([]);
});

/** A snapshot that says exactly what a sample says, amounts and identifiers included. */
function asWritten(name: string): Snapshot {
  const sample = sampleToFacture(readShared(`samples/pass-schematron-but-wrong/${name}`));
  const snapshot = reenter(sample);
  const { netsHt, ...figures } = sample.figures;
  const lignes = snapshot.lignes.map((ligne, i) => ({ ...ligne, netHt: netsHt[i] ?? 0 }));
  const lignesHt = netsHt.reduce((sum, net) => sum + net, 0);
  return { ...snapshot, lignes, totals: { ...snapshot.totals, lignesHt, ...figures } };
}

officialTest("our rules refuse the three wrong documents the official ones accept", () => {
  const rulesOf = (name: string) =>
    checkSnapshot(asWritten(name)).map(({ field, details }) => `${details?.["rule"]} ${field}`);
  expect(rulesOf("P01_vat_off_by_0.50_NOT_DETECTED_by_schematron.xml")).toEqual([
    "BR-CO-17 totals.tva",
  ]);
  expect(rulesOf("P02_qty_x_price_inconsistent_NOT_DETECTED.xml")).toEqual([
    "BT-131 lignes.0.netHt",
  ]);
  expect(rulesOf("P03_siren_luhn_false_NOT_DETECTED.xml")).toContain("BR-FR-10 emetteur.siren");
});
