import { expect } from "vitest";
import { newId } from "#server/id";
import { aSociete, membersPassword, type Societe } from "../support/a-societe.ts";
import {
  readSample,
  reenteredSamples,
  type Sample,
  transposedSample,
  transposedSamples,
} from "../support/sample-to-facture.ts";
import { officialTest } from "../support/shared-data.ts";
import { oracleTotals } from "../support/totals-oracle.ts";
import { type Document, officialFindings } from "../support/validate-cii.ts";

type Typed = Pick<Sample, "emetteur" | "acheteur" | "content">;

/** The société of the sample: its settings page filled, section by section, with what the sample says of the seller. */
async function settle({ caller }: Societe, { emetteur }: Typed): Promise<void> {
  const { nom, formeJuridique, isEi, siren, siret, rcs, capital, address } = emetteur;
  const { email, phone, website, assurance, ...rest } = emetteur;
  const named = { nom, formeJuridique, isEi, siren, siret, rcs, capital, address };
  await caller.societe.updateIdentite({ ...named, email, phone, website, assurance });
  const { tvaNumber, regime, exigibilite, territoire } = rest;
  await caller.societe.updateTva({ tvaNumber, regime, exigibilite, territoire });
  const { iban, bic, echeanceDays, echeanceFinDeMois } = rest;
  const { penalitesRate, escompteRate, escompteDays, footer } = rest;
  await caller.societe.updatePaiement({
    ...{ iban, bic, echeanceDays, echeanceFinDeMois },
    ...{ penalitesRate, escompteRate, escompteDays },
    current_password: membersPassword,
  });
  await caller.societe.updateFooter({ footer });
}

/** Type the sheet and issue it on the document's own day, through the procedures staff use. */
async function enter(societe: Societe, typed: Typed, issuedOn: string) {
  societe.setClock(`${issuedOn}T09:00:00Z`);
  const { clientId } = await societe.caller.clients.create({ ...typed.acheteur });
  const content = {
    ...typed.content,
    clientId,
    lignes: typed.content.lignes.map((ligne) => ({
      ...ligne,
      ajustements: [...ligne.ajustements],
    })),
    ajustements: [...typed.content.ajustements],
  };
  const { factureId, version } = await societe.caller.factures.draft({ content });
  return societe.caller.factures.issue({ factureId, version, idempotencyKey: newId() });
}

async function documentOf(
  { caller }: Societe,
  factureId: string,
  flow2: boolean,
): Promise<Document> {
  const { number, xml } = await caller.factures.document({ factureId });
  return { name: number, xml, flow2 };
}

const totalsOf = async ({ caller }: Societe, factureId: string) => {
  const { facture } = await caller.factures.get({ factureId });
  const { totalHt, totalTva, totalTtc } = facture;
  return { totalHt, totalTva, totalTtc };
};

officialTest(
  "samples typed through the procedures come to their own totals and pass the rules",
  async () => {
    const documents: Document[] = [];
    for (const name of reenteredSamples) {
      const sample = readSample(name);
      const societe = await aSociete({ isFurnished: false });
      await settle(societe, sample);
      const [original] = sample.preceding;
      const day = sample.type === "avoir" ? (original?.issuedOn ?? "") : sample.issuedOn;
      let { factureId } = await enter(societe, sample, day);
      if (sample.type === "avoir") {
        societe.setClock(`${sample.issuedOn}T09:00:00Z`);
        const key = { motif: "Erreur de taux", idempotencyKey: newId() };
        factureId = (await societe.caller.factures.cancel({ factureId, ...key })).avoirId;
      }
      const { totalHt, totalTva, totalTtc } = sample.figures;
      expect([name, await totalsOf(societe, factureId)]).toEqual([
        name,
        { totalHt, totalTva, totalTtc },
      ]);
      documents.push(
        await documentOf(societe, factureId, sample.acheteur.type === "professionnel"),
      );
    }
    expect(documents).toHaveLength(reenteredSamples.length);
    expect(await officialFindings(documents)).toEqual([]);
  },
);

/** Totals by the plain arithmetic of the tests: exempt lignes are the ones at rate 0. */
function oracleOf({ content }: Typed) {
  const lignes = content.lignes.map((ligne) => ({
    ...ligne,
    category: ligne.rate === 0 ? ("E" as const) : ("S" as const),
  }));
  const { totalHt, totalTva, totalTtc } = oracleTotals(lignes, content.ajustements);
  return { totalHt, totalTva, totalTtc };
}

officialTest("foreign examples typed in euros come to totals computed independently", async () => {
  const documents: Document[] = [];
  for (const name of transposedSamples) {
    const typed = transposedSample(name);
    const societe = await aSociete({ isFurnished: false });
    await settle(societe, typed);
    const { factureId } = await enter(societe, typed, typed.issuedOn);
    documents.push(await documentOf(societe, factureId, true));
    expect([name, await totalsOf(societe, factureId)]).toEqual([name, oracleOf(typed)]);
  }
  expect(documents).toHaveLength(transposedSamples.length);
  expect(await officialFindings(documents)).toEqual([]);
});
