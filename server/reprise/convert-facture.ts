import type { CalendarDay } from "#server/domain/calendar-day";
import type { FactureType } from "#server/domain/facture";
import { AMOUNT_MAX, fieldLimits, LIGNES_MAX } from "#server/domain/field-limits";
import { NUMBER_MAX_LENGTH } from "#server/domain/numbering";
import { fold } from "#server/domain/search";
import { convertLigne, type ImportedLigne } from "./convert-ligne.ts";
import { type Amounts, amountsOf } from "./legacy-amounts.ts";
import { dayOf, isYes, lineOf, textOf } from "./legacy-values.ts";
import { keyOf, type Read, refuse, type Verdict } from "./verdict.ts";

/** A document of the former tool: its number, days and amounts are those it was sent with. */
export type ImportedFacture = Amounts & {
  readonly type: FactureType;
  readonly number: string;
  readonly issuedOn: CalendarDay;
  readonly dueOn: CalendarDay | null;
  /** Key of its client in the former database. */
  readonly clientKey: string;
  readonly subject: string;
  readonly note: string;
  readonly lignes: readonly ImportedLigne[];
  /** Day of the payment, or null while it is owed. */
  readonly paidOn: CalendarDay | null;
};

/** What an operator may choose for rows that are otherwise refused. */
export type FactureChoices = {
  /** Documents marked as cancelled: refused, or taken as they are. */
  readonly cancelled?: "refuse" | "take";
};

const paidWords = ["payee", "paye", "payees", "paid", "reglee", "regle", "soldee", "acquittee"];
const cancelledWords = ["annulee", "annule", "cancelled", "canceled", "void"];
const draftWords = ["brouillon", "draft"];
const avoirWords = ["avoir", "credit", "creditnote", "credit_note"];

/** A facture and its lignes, or why it cannot be taken. Never a guess about its number, its day or its amount. */
export function convertFacture(
  read: Read<"facture">,
  lignes: readonly Read<"ligne">[],
  choices: FactureChoices,
): Verdict<ImportedFacture> {
  const number = lineOf(read("number"));
  const issuedOn = dayOf(read("issuedOn"));
  const reason = refusalOf(read, number, issuedOn, choices);
  if (reason !== null || issuedOn === null) return refuse(reason ?? "its day cannot be read");
  if (lignes.length > LIGNES_MAX) return refuse(`it has more than ${LIGNES_MAX} lignes`);
  const flags: string[] = [];
  const converted: ImportedLigne[] = [];
  for (const ligne of lignes) {
    const verdict = convertLigne(ligne);
    if ("refused" in verdict) return verdict;
    flags.push(...verdict.flags);
    converted.push(verdict.taken);
  }
  const amounts = amountsOf(read, converted);
  if ("refused" in amounts) return amounts;
  flags.push(...amounts.flags);
  if (Math.abs(amounts.taken.totalTtc) > AMOUNT_MAX)
    return refuse("its amount is beyond what a document may carry");
  const signed = signedAs(typeOf(read, amounts.taken), amounts.taken, converted, flags);
  return {
    taken: {
      ...signed,
      number,
      issuedOn,
      dueOn: dueOf(read, issuedOn, flags),
      clientKey: keyOf(read("clientId")),
      subject: lineOf(read("subject")).slice(0, fieldLimits.subject),
      note: textOf(read("note")).slice(0, fieldLimits.note),
      paidOn: signed.type === "facture" && signed.totalTtc > 0 ? paidDay(read, issuedOn) : null,
    },
    flags: [...new Set(flags)],
  };
}

function refusalOf(
  read: Read<"facture">,
  number: string,
  issuedOn: CalendarDay | null,
  { cancelled = "refuse" }: FactureChoices,
): string | null {
  const status = wordOf(read("status"));
  if (draftWords.includes(status)) return "it is a draft";
  if (number === "") return "it has no number";
  if (number.length > NUMBER_MAX_LENGTH)
    return `its number is longer than ${NUMBER_MAX_LENGTH} characters`;
  if (issuedOn === null) return "its day cannot be read";
  if (cancelledWords.includes(status) && cancelled === "refuse") return "it is marked as cancelled";
  return null;
}

const wordOf = (value: unknown) => fold(lineOf(value));

/** An avoir by its type, or by an amount below zero. */
const typeOf = (read: Read<"facture">, { totalTtc }: Amounts): FactureType =>
  avoirWords.includes(wordOf(read("type"))) || totalTtc < 0 ? "avoir" : "facture";

/** An avoir counts its amounts positive here, as it prints them. */
function signedAs(
  type: FactureType,
  amounts: Amounts,
  lignes: readonly ImportedLigne[],
  flags: string[],
) {
  if (type === "facture" || amounts.totalTtc >= 0) return { type, ...amounts, lignes };
  flags.push("its amount was below zero: taken as an avoir");
  const turned = (value: number) => -value + 0;
  return {
    type,
    totalHt: turned(amounts.totalHt),
    totalTva: turned(amounts.totalTva),
    totalTtc: turned(amounts.totalTtc),
    lignes: lignes.map((ligne) => ({
      ...ligne,
      quantity: turned(ligne.quantity),
      netHt: turned(ligne.netHt),
    })),
  };
}

function dueOf(read: Read<"facture">, issuedOn: CalendarDay, flags: string[]): CalendarDay {
  const due = dayOf(read("dueOn"));
  if (due === null && lineOf(read("dueOn")) !== "") flags.push("its échéance cannot be read");
  return due ?? issuedOn;
}

/** The day it was paid, its own day where that was not kept. */
function paidDay(read: Read<"facture">, issuedOn: CalendarDay): CalendarDay | null {
  const paidOn = dayOf(read("paidOn"));
  const isPaid =
    paidOn !== null || isYes(read("isPaid")) || paidWords.includes(wordOf(read("status")));
  return isPaid ? (paidOn ?? issuedOn) : null;
}
