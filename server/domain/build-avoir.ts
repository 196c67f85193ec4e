import { AVOIR_TERMS, buildSnapshot, naturesOf, processOf } from "./build-snapshot.ts";
import type { CalendarDay } from "./calendar-day.ts";
import type { Emetteur, Marque } from "./emetteur.ts";
import type { RuledExemption } from "./exemption-rules.ts";
import type { FactureContent } from "./facture.ts";
import { mentionsOf } from "./mentions.ts";
import type { Exemption, Mention, Snapshot } from "./snapshot.ts";
import { TEMPLATE_VERSION } from "./template-version.ts";

type Avoir = {
  readonly number: string;
  readonly issuedOn: CalendarDay;
  /** Why, in the words of the user; becomes the note of the document. */
  readonly motif: string;
  /** The société as it is today, when its address, bank or looks changed since the facture. */
  readonly emetteur?: Emetteur;
  readonly marque?: Marque;
};

/** The avoir keeps the tax facts of its facture: same regime, territory and number, hence same rates. */
function emetteurToday(then: Emetteur, now: Emetteur | undefined): Emetteur {
  if (!now) return then;
  const { regime, exigibilite, territoire, tvaNumber } = then;
  return { ...now, regime, exigibilite, territoire, tvaNumber };
}

/** The exemption with the rule and article its facture printed, so that the avoir prints the same words. */
function ruled(exemption: Exemption, mentions: readonly Mention[]): RuledExemption[] {
  const mention = mentions.find(({ text }) => text === exemption.reason);
  if (!mention) return [];
  return [
    { ...exemption, rule: mention.rule as RuledExemption["rule"], legalRef: mention.legalRef },
  ];
}

/**
 * The avoir that cancels a whole facture (UNTDID 381): the same lignes, rates and positive amounts, copied rather than
 * computed again, and a reference to its number and day (BR-FR-CO-05, CGI 289-I-5).
 */
export function buildAvoir({ acquittement: _, ...facture }: Snapshot, avoir: Avoir): Snapshot {
  const { number, issuedOn, motif } = avoir;
  const emetteur = emetteurToday(facture.emetteur, avoir.emetteur);
  const preceding = [{ number: facture.number, issuedOn: facture.issuedOn }];
  const natures = naturesOf(facture.lignes);
  const facts = {
    type: "avoir",
    emetteur,
    acheteur: facture.acheteur,
    issuedOn,
    dueOn: null,
    deliveredOn: facture.deliveredOn,
    natures,
    categories: facture.totals.tva.map(({ category }) => category),
    exemptions: facture.exemptions.flatMap((one) => ruled(one, facture.mentions)),
    shipTo: facture.shipTo,
    purchaseOrder: facture.purchaseOrder,
    preceding,
  } as const;
  return {
    ...facture,
    type: "avoir",
    number,
    issuedOn,
    dueOn: null,
    process: processOf(natures),
    emetteur,
    marque: avoir.marque ?? facture.marque,
    templateVersion: TEMPLATE_VERSION,
    note: motif,
    preceding,
    mentions: mentionsOf(facts),
    paymentTerms: AVOIR_TERMS,
  };
}

/**
 * An avoir of a part of a facture: its own lignes, positive, to the same client under the same tax facts, and a reference
 * to the facture (BR-FR-CO-05). What all avoirs of a facture come to is held against it where they are recorded.
 */
export function buildPartialAvoir(
  facture: Snapshot,
  { number, issuedOn, motif, emetteur, marque }: Avoir,
  content: FactureContent,
): Snapshot {
  return buildSnapshot({
    type: "avoir",
    content: { ...content, note: motif },
    emetteur: emetteurToday(facture.emetteur, emetteur),
    marque: marque ?? facture.marque,
    acheteur: facture.acheteur,
    number,
    issuedOn,
    preceding: [{ number: facture.number, issuedOn: facture.issuedOn }],
  });
}
