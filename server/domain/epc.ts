import { plainDecimal } from "./decimal.ts";
import type { Cents } from "./money.ts";

type Transfer = {
  readonly bic: string;
  /** Holder of the account: the name of the société. */
  readonly name: string;
  readonly iban: string;
  /** What is payable now (BT-115), not the total before deposits. */
  readonly amountTtc: Cents;
  /** What the payer's bank passes on: the number of the facture. */
  readonly reference: string;
};

const HIGHEST: Cents = 99_999_999_999;

/** Cut to `max` characters and stripped of line breaks, which would shift the fields. */
const field = (text: string, max: number) =>
  [...text.replace(/[\r\n]+/g, " ")].slice(0, max).join("").trim();

/**
 * Content of the QR code of a SEPA transfer (EPC069-12 version 2), to draw with error level M.
 *
 * @returns null when there is nothing to pay, no IBAN, or an amount a transfer cannot have.
 */
export function epcPayload({ bic, name, iban, amountTtc, reference }: Transfer): string | null {
  if (iban === "" || amountTtc <= 0 || amountTtc > HIGHEST) return null;
  const amount = `EUR${plainDecimal(amountTtc, 2, 2)}`;
  return [
    "BCD",
    "002",
    "1",
    "SCT",
    bic,
    field(name, 70),
    iban,
    amount,
    "",
    "",
    field(reference, 140),
  ].join("\n");
}
