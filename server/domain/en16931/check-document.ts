import { isDocumentDay } from "../calendar.ts";
import { isDocumentNumber } from "../numbering.ts";
import type { Snapshot, SnapshotAjustement, SnapshotLigne } from "../snapshot.ts";
import { hasForbiddenCharacters } from "../text-problems.ts";
import { type Broken, unless } from "./broken.ts";
import { notesOf } from "./cii.ts";

const PROCESSES = /^(?:[BSM][12489]|S[356]|[BS]7)$/;
const ONCE = ["PMT", "PMD", "AAB"] as const;

/** Already paid: BT-23 says so, the échéance is the day of payment and may lie before the issue. */
function brokenPayment(snapshot: Snapshot): readonly Broken[] {
  const { dueOn, issuedOn, process, type, paymentTerms, acquittement } = snapshot;
  const isPaid = acquittement !== undefined;
  const isDueInTime = dueOn === null || dueOn >= issuedOn;
  return [
    ...unless(isPaid || isDueInTime, "BR-FR-CO-07", "dueOn"),
    ...unless(dueOn !== null || paymentTerms !== "", "BR-CO-25", "dueOn"),
    ...unless(process.endsWith("2") === isPaid, "BR-FR-CO-09", "process"),
    ...unless(!isPaid || (type === "facture" && dueOn !== null), "BR-FR-CO-09", "dueOn"),
  ];
}

function brokenHeader(snapshot: Snapshot): readonly Broken[] {
  const { number, issuedOn, dueOn, deliveredOn, process, preceding, type } = snapshot;
  const days = [issuedOn, dueOn, deliveredOn, ...preceding.map((one) => one.issuedOn)];
  const isReferenced = preceding.length > 0 || type !== "avoir";
  return [
    ...unless(number !== "", "BR-02", "number"),
    ...unless(isDocumentNumber(number), "BR-FR-01", "number"),
    ...unless(
      preceding.every((one) => isDocumentNumber(one.number)),
      "BR-FR-02",
      "preceding",
    ),
    ...unless(
      days.every((day) => day === null || isDocumentDay(day)),
      "BR-FR-03",
      "issuedOn",
    ),
    ...unless(PROCESSES.test(process), "BR-FR-08", "process"),
    ...unless(isReferenced, "BR-FR-CO-05", "preceding"),
    ...brokenPayment(snapshot),
  ];
}

/** PMT, PMD and AAB exactly once between professionals, never for a consumer (C. com. L441-10). */
function brokenNotes(snapshot: Snapshot): readonly Broken[] {
  const codes = notesOf(snapshot).map(({ code }) => code);
  const expected = snapshot.acheteur.type === "professionnel" ? 1 : 0;
  const isB2c = snapshot.routing === "B2C";
  return [
    ...ONCE.flatMap((wanted) =>
      unless(
        codes.filter((code) => code === wanted).length === expected,
        `BR-FR-05 ${wanted}`,
        "mentions",
      ),
    ),
    ...unless(isB2c === (expected === 0), "BR-FR-20", "routing"),
  ];
}

const brokenAjustements = (
  ajustements: readonly SnapshotAjustement[],
  field: string,
  rule: string,
) =>
  ajustements.flatMap(({ motif }, i) => unless(motif.trim() !== "", rule, `${field}.${i}.motif`));

function brokenLigne(ligne: SnapshotLigne, index: number): readonly Broken[] {
  if (ligne.kind !== "ligne") return [];
  const field = `lignes.${index}`;
  return [
    ...unless(ligne.designation.trim() !== "", "BR-25", `${field}.designation`),
    ...unless(ligne.quantity !== 0, "BR-22", `${field}.quantity`),
    ...unless(/^[A-Z0-9]{2,3}$/.test(ligne.unit), "BR-23", `${field}.unit`),
    ...unless(ligne.unitPriceHt >= 0, "BR-27", `${field}.unitPriceHt`),
    ...brokenAjustements(ligne.ajustements, `${field}.ajustements`, "BR-42"),
  ];
}

function brokenText(snapshot: Snapshot): readonly Broken[] {
  const { subject, note, purchaseOrder, buyerReference, paymentTerms, mentions, lignes } = snapshot;
  const texts = [
    ...[subject, note, purchaseOrder, buyerReference, paymentTerms],
    ...mentions.map(({ text }) => text),
    ...lignes.flatMap(({ designation, description }) => [designation, description]),
  ];
  return unless(!texts.some(hasForbiddenCharacters), "XML characters", "lignes");
}

/** Header, notes and lignes: BR-01 to BR-44, BR-FR-01 to 08, BR-FR-20, BR-FR-CO-05, 07 and 09, BR-CO-25. */
export const brokenDocument = (snapshot: Snapshot): readonly Broken[] => [
  ...brokenHeader(snapshot),
  ...brokenNotes(snapshot),
  ...unless(
    snapshot.lignes.some(({ kind }) => kind === "ligne"),
    "BR-16",
    "lignes",
  ),
  ...snapshot.lignes.flatMap(brokenLigne),
  ...brokenAjustements(snapshot.ajustements, "ajustements", "BR-33"),
  ...brokenText(snapshot),
];
