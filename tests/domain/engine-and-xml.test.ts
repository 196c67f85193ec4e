import fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseAmount,
  parseQuantity,
  parseRate,
  parseUnitPrice,
} from "../../server/domain/amount.ts";
import { buildAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot } from "../../server/domain/build-snapshot.ts";
import { problemsOf } from "../../server/domain/completeness.ts";
import { computeFacture } from "../../server/domain/compute-facture.ts";
import { checkSnapshot } from "../../server/domain/en16931/check-snapshot.ts";
import { renderCii } from "../../server/domain/en16931/cii.ts";
import type { Snapshot } from "../../server/domain/snapshot.ts";
import { aMarque } from "../support/facture-fixtures.ts";
import { RANDOM_DAY, type RandomFacture, randomFacture } from "../support/random-facture.ts";
import { all, first, readXml, textAt } from "../support/read-xml.ts";
import { fuzzFactor, officialTest } from "../support/shared-data.ts";
import { oracleTotals } from "../support/totals-oracle.ts";
import { officialFindings } from "../support/validate-cii.ts";

const snapshotOf = ({ emetteur, acheteur, content }: RandomFacture) =>
  buildSnapshot({
    ...{ type: "facture", content, emetteur, marque: aMarque(), acheteur, preceding: [] },
    number: "F-2026-00042",
    issuedOn: RANDOM_DAY,
  });

function oracleOf({ lignes }: Snapshot, { content }: RandomFacture) {
  const real = lignes.flatMap((ligne, i) =>
    ligne.kind === "ligne" ? [{ ...ligne, ajustements: content.lignes[i]?.ajustements ?? [] }] : [],
  );
  return oracleTotals(real, real.length === 0 ? [] : content.ajustements);
}

/** The amounts of the XML, read back as a recipient would. */
function readBack(xml: string) {
  const transaction = first(readXml(xml), "SupplyChainTradeTransaction");
  const settlement = first(transaction, "ApplicableHeaderTradeSettlement");
  const totals = first(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
  const lines = all(transaction, "IncludedSupplyChainTradeLineItem");
  const net = "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
  return {
    lignes: lines.map((line) => ({
      quantity: parseQuantity(textAt(line, "SpecifiedLineTradeDelivery/BilledQuantity")),
      unitPriceHt: parseUnitPrice(
        textAt(line, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"),
      ),
      netHt: parseAmount(textAt(line, `SpecifiedLineTradeSettlement/${net}`)),
    })),
    tva: all(settlement, "ApplicableTradeTax").map((tax) => ({
      category: textAt(tax, "CategoryCode"),
      rate: parseRate(textAt(tax, "RateApplicablePercent") || "0"),
      baseHt: parseAmount(textAt(tax, "BasisAmount")),
      tva: parseAmount(textAt(tax, "CalculatedAmount")),
    })),
    lignesHt: parseAmount(textAt(totals, "LineTotalAmount")),
    remisesHt: parseAmount(textAt(totals, "AllowanceTotalAmount")),
    fraisHt: parseAmount(textAt(totals, "ChargeTotalAmount")),
    totalHt: parseAmount(textAt(totals, "TaxBasisTotalAmount")),
    totalTva: parseAmount(textAt(totals, "TaxTotalAmount")),
    totalTtc: parseAmount(textAt(totals, "GrandTotalAmount")),
    payable: parseAmount(textAt(totals, "DuePayableAmount")),
  };
}

function expectedBack({ lignes, totals }: Snapshot) {
  const real = lignes.filter(({ kind }) => kind === "ligne");
  return {
    lignes: real.map(({ quantity, unitPriceHt, netHt }) => ({ quantity, unitPriceHt, netHt })),
    ...totals,
    payable: totals.totalTtc,
  };
}

const patience = { timeout: 120_000 * fuzzFactor };

test(
  "10,000 random factures: engine, independent oracle, snapshot and XML agree to the cent",
  patience,
  () => {
    const seen = { factures: 0, issuable: 0 };
    fc.assert(
      fc.property(randomFacture, (facture) => {
        const snapshot = snapshotOf(facture);
        const computed = computeFacture({ ...facture, on: RANDOM_DAY });
        const { nets, ...oracle } = oracleOf(snapshot, facture);
        const real = snapshot.lignes.filter(({ kind }) => kind === "ligne");

        expect(real.map(({ netHt }) => netHt)).toEqual(nets);
        expect(snapshot.totals).toMatchObject(oracle);
        expect(computed.totals).toEqual(snapshot.totals);
        expect(readBack(renderCii(snapshot))).toEqual(expectedBack(snapshot));
        seen.factures++;
        const problems = problemsOf({ ...facture, today: RANDOM_DAY });
        if (problems.length > 0) return;
        seen.issuable++;
        expect(checkSnapshot(snapshot)).toEqual([]);
      }),
      { numRuns: 10_000 * fuzzFactor },
    );
    expect(seen.factures).toBeGreaterThanOrEqual(10_000 * fuzzFactor);
    expect(seen.issuable).toBeGreaterThan(seen.factures / 5);
  },
);

officialTest(
  "50 random factures, half of them cancelled by an avoir, pass the official rules",
  async () => {
    const wanted = 50 * fuzzFactor;
    const factures = fc
      .sample(randomFacture, { numRuns: wanted * 8, seed: 20_261_122 })
      .filter((facture) => problemsOf({ ...facture, today: RANDOM_DAY }).length === 0)
      .slice(0, wanted);
    expect(factures.length).toBe(wanted);

    const documents = factures.map((facture, i) => {
      const issued = snapshotOf(facture);
      const avoir = { number: "A-2026-00001", issuedOn: RANDOM_DAY, motif: "Erreur" };
      const snapshot = i % 2 === 0 ? issued : buildAvoir(issued, avoir);
      return {
        name: `random ${i}`,
        xml: renderCii(snapshot),
        flow2: snapshot.routing !== "B2C",
      };
    });
    expect(await officialFindings(documents)).toEqual([]);
  },
);
