import { buildAvoir } from "../../server/domain/build-avoir.ts";
import { buildSnapshot, type SnapshotInput } from "../../server/domain/build-snapshot.ts";
import type { Snapshot } from "../../server/domain/snapshot.ts";
import { unitCodes } from "../../server/domain/units.ts";
import {
  aContent,
  aForeigner,
  aLigne,
  aMicroEntrepreneur,
  anAcheteur,
  anAddress,
  anEmetteur,
  aParticulier,
  aRemise,
  aSnapshotInput,
} from "./facture-fixtures.ts";

const goods = (more = {}) => aLigne({}, { nature: "bien", designation: "Chaise", ...more });
const overseas = (zip: string, city: string) => anAcheteur({ address: anAddress({ zip, city }) });
const dom = (territoire: "reunion" | "guyane" | "mayotte" | "martinique", zip: string) =>
  anEmetteur({ territoire, address: anAddress({ zip, city: "Ville" }) });

const content = (...lignes: ReturnType<typeof aLigne>[]) => aContent({ lignes });

/** One input for each kind of document the product can issue, by the fact that makes it special. */
const inputs = {
  "services taxed at 20 %": {},
  "goods taxed at three rates": {
    content: content(
      goods(),
      goods({ rate: 1000, quantity: 123_456 }),
      goods({ rate: 550, unitPriceHt: 14_567 }),
    ),
  },
  "goods and services": { content: content(goods(), aLigne()) },
  "option débits": { emetteur: anEmetteur({ exigibilite: "debits" }) },
  "every optional field": {
    emetteur: anEmetteur({
      assurance: "Assureur X, décennale, France",
      footer: "Merci & à bientôt",
      escompteRate: 200,
      escompteDays: 10,
    }),
    acheteur: anAcheteur({ siret: "40483304800022" }),
    content: aContent({
      subject: 'Travaux <été> & "automne"',
      purchaseOrder: "BC-4512",
      buyerReference: "SERVICE-7",
      deliveredOn: "2026-10-30",
      note: "Ligne 1\nLigne 2 😀 é",
      echeance: { mode: "fin_de_mois", days: 45 },
      shipTo: {
        name: "Chantier",
        ...anAddress({ line2: "Bât. B", zip: "33000", city: "Bordeaux" }),
      },
      lignes: [
        goods({ kind: "section", designation: "Lot 1" }),
        goods({ description: "Chêne massif\nfinition huilée" }),
        goods({ kind: "texte", designation: "Garantie deux ans" }),
      ],
    }),
  },
  "line discounts and charges": {
    content: content(
      aLigne(
        { quantity: "1,375", price: "84,60" },
        {
          ajustements: [
            aRemise(1500),
            aRemise(200, { sens: "frais", mode: "montant", motif: "Port" }),
          ],
        },
      ),
    ),
  },
  "document discount and charge over three rates": {
    content: aContent({
      lignes: [
        aLigne({ price: "299,80" }),
        aLigne({ price: "86,45", rate: "10" }),
        aLigne({ price: "41,21", rate: "5,5" }),
      ],
      ajustements: [
        aRemise(1000),
        aRemise(1000, { sens: "frais", mode: "montant", motif: "Transport" }),
      ],
    }),
  },
  "every unit": { content: content(...unitCodes.map((unit) => aLigne({}, { unit }))) },
  "a negative ligne": { content: content(aLigne(), aLigne({ quantity: "-0,5", rate: "10" })) },
  "a consumer": { acheteur: aParticulier() },
  "a consumer buying goods": { acheteur: aParticulier(), content: content(goods()) },
  "franchise without TVA number": { emetteur: aMicroEntrepreneur() },
  "franchise to a consumer": { emetteur: aMicroEntrepreneur(), acheteur: aParticulier() },
  "franchise to a Swiss company": {
    emetteur: aMicroEntrepreneur(),
    acheteur: aForeigner("CH", ""),
  },
  "franchise to a German company": {
    emetteur: aMicroEntrepreneur({ tvaNumber: "FR44732829320" }),
    acheteur: aForeigner("DE", "DE123456789"),
  },
  "construction subcontracting": {
    content: aContent({ operation: "sous_traitance_btp" }),
  },
  "domestic reverse charge": {
    content: aContent({ operation: "autoliquidation_nationale", lignes: [goods()] }),
  },
  "services to a German company": { acheteur: aForeigner("DE", "DE123456789") },
  "services to a Greek company": { acheteur: aForeigner("GR", "EL123456789") },
  "services to an Italian company": { acheteur: aForeigner("IT", "IT12345678901") },
  "goods to a Belgian company": {
    acheteur: aForeigner("BE", "BE0123456789"),
    content: content(goods()),
  },
  "goods to Northern Ireland": {
    acheteur: aForeigner("GB", "XI123456789"),
    content: content(goods()),
  },
  "goods and services to a Spanish company": {
    acheteur: aForeigner("ES", "ESB12345678"),
    content: content(goods(), aLigne()),
  },
  "goods to a Spanish consumer": {
    acheteur: aParticulier({ address: anAddress({ country: "ES", zip: "28001", city: "Madrid" }) }),
    content: content(goods()),
  },
  "goods exported to Switzerland": {
    acheteur: aForeigner("CH", "CHE123456789"),
    content: content(goods()),
  },
  "services to an American company": { acheteur: aForeigner("US", "") },
  "services to a British company": { acheteur: aForeigner("GB", "GB123456789") },
  "goods to Réunion": { acheteur: overseas("97400", "Saint-Denis"), content: content(goods()) },
  "services to Réunion at its own rate": {
    acheteur: overseas("97400", "Saint-Denis"),
    content: content(aLigne({ rate: "8,5" })),
  },
  "services to Guyane": { acheteur: overseas("97300", "Cayenne") },
  "goods to Nouvelle-Calédonie": {
    acheteur: aForeigner("NC", ""),
    content: content(goods()),
  },
  "a société of Réunion": {
    emetteur: dom("reunion", "97400"),
    acheteur: overseas("97410", "Saint-Pierre"),
    content: content(aLigne({ rate: "8,5" }), aLigne({ rate: "2,1" }), aLigne({ rate: "1,05" })),
  },
  "a société of Martinique to Guadeloupe": {
    emetteur: dom("martinique", "97200"),
    acheteur: overseas("97100", "Basse-Terre"),
    content: content(goods({ rate: 850 }), goods({ rate: 175 })),
  },
  "a société of Guyane": {
    emetteur: dom("guyane", "97300"),
    acheteur: overseas("97300", "Cayenne"),
  },
  "a société of Mayotte without TVA number": {
    emetteur: { ...dom("mayotte", "97600"), tvaNumber: "" },
    acheteur: overseas("97600", "Mamoudzou"),
  },
  "a société of Corse": {
    emetteur: anEmetteur({
      territoire: "corse",
      address: anAddress({ zip: "20000", city: "Ajaccio" }),
    }),
    content: content(goods({ rate: 90 }), goods({ rate: 1300 })),
  },
  "exempt teaching": {
    content: aContent({
      operation: "exoneree_261",
      exemptionArticle: "261-4-4° a",
      lignes: [aLigne({ rate: "0" })],
    }),
  },
  "exempt teaching and taxed books": {
    content: aContent({
      operation: "exoneree_261",
      exemptionArticle: "261-4-4° a",
      lignes: [aLigne({ rate: "0" }), goods({ rate: 550 })],
    }),
  },
  "exemption under an article without code": {
    content: aContent({
      operation: "exoneree_261",
      exemptionArticle: "298 octies",
      lignes: [aLigne({ rate: "0" })],
    }),
  },
  "second-hand goods under the margin": {
    content: aContent({ operation: "marge_occasion", lignes: [goods({ rate: 0 }), goods()] }),
  },
  "a Monegasque company": {
    acheteur: anAcheteur({
      siren: "",
      tvaNumber: "FR42000000107",
      address: anAddress({ zip: "98000", city: "Monaco", country: "MC" }),
    }),
  },
  "paid by card before the issue": {
    acquittement: { paidOn: "2026-11-20", method: "carte" },
  },
  "paid by SEPA debit before the issue, goods": {
    acquittement: { paidOn: "2026-11-22", method: "prelevement" },
    content: content(goods()),
  },
  "paid by transfer before the issue": {
    acquittement: { paidOn: "2026-11-21", method: "virement" },
  },
  "no IBAN": { emetteur: anEmetteur({ iban: "", bic: "" }) },
  "an EI with a RCS": { emetteur: anEmetteur({ isEi: true, formeJuridique: "", capital: null }) },
} as const satisfies Record<string, Partial<SnapshotInput>>;

export const kindInputs: readonly (readonly [string, SnapshotInput])[] = Object.entries(inputs).map(
  ([kind, more]) => [kind, aSnapshotInput(more)] as const,
);

/** Each kind as a facture, and as the avoir that cancels it. */
export const documentKinds: readonly (readonly [string, Snapshot])[] = kindInputs.flatMap(
  ([kind, input]) => {
    const facture = buildSnapshot(input);
    const avoir = buildAvoir(facture, {
      number: "A-2026-00001",
      issuedOn: "2026-11-23",
      motif: "Erreur de destinataire",
    });
    return [[kind, facture] as const, [`avoir, ${kind}`, avoir] as const];
  },
);
