import { divideRounded } from "#server/domain/decimal";
import type { Cents } from "#server/domain/money";
import type { ImportedLigne } from "./convert-ligne.ts";
import { numberOf } from "./legacy-values.ts";
import { type Read, refuse, type Verdict } from "./verdict.ts";

export type Amounts = {
  readonly totalHt: Cents;
  readonly totalTva: Cents;
  readonly totalTtc: Cents;
};

/**
 * The totals of a document as they were kept; the third is the difference of the two others, and all three come from the
 * lignes where none was kept. What does not add up is taken as the client knew it, TTC first, and flagged.
 */
export function amountsOf(
  read: Read<"facture">,
  lignes: readonly ImportedLigne[],
): Verdict<Amounts> {
  const flags: string[] = [];
  const cents = (field: "totalHt" | "totalTva" | "totalTtc") => {
    const found = numberOf(read(field), 2);
    if (found?.isRounded) flags.push(`${field} had more than two decimals`);
    return found?.value ?? null;
  };
  const [ht, tva, ttc] = [cents("totalHt"), cents("totalTva"), cents("totalTtc")];
  const computed = totalsOf(lignes);
  const amounts = settle({ ht, tva, ttc }, computed, flags);
  if (!amounts) return refuse("it has no amount, and no ligne");
  if (computed && computed.totalHt !== amounts.totalHt)
    flags.push("its lignes do not add up to its total HT");
  return { taken: amounts, flags };
}

type Kept = Readonly<Record<"ht" | "tva" | "ttc", Cents | null>>;

function settle(kept: Kept, computed: Amounts | null, flags: string[]): Amounts | null {
  const { ht, ttc } = kept;
  const known = ofTwo(kept, flags);
  if (known) return known;
  if (computed && isOf(computed, { ht, ttc })) return computed;
  const only = ttc ?? ht;
  if (only !== null) return halfKnown(only, flags);
  if (computed) flags.push("its totals come from its lignes");
  return computed;
}

/** Two totals give the third. */
function ofTwo({ ht, tva, ttc }: Kept, flags: string[]): Amounts | null {
  if (ht !== null && ttc !== null) {
    if (tva !== null && ht + tva !== ttc) flags.push("HT and TVA do not make its TTC");
    return { totalHt: ht, totalTva: ttc - ht, totalTtc: ttc };
  }
  if (tva === null) return null;
  if (ht !== null) return { totalHt: ht, totalTva: tva, totalTtc: ht + tva };
  return ttc === null ? null : { totalHt: ttc - tva, totalTva: tva, totalTtc: ttc };
}

/** The one total that was kept says the same as the lignes. */
const isOf = ({ totalHt, totalTtc }: Amounts, { ht, ttc }: Omit<Kept, "tva">) =>
  (ht !== null && ht === totalHt) || (ttc !== null && ttc === totalTtc);

function halfKnown(total: Cents, flags: string[]): Amounts {
  flags.push("its TVA is not known: none");
  return { totalHt: total, totalTva: 0, totalTtc: total };
}

/** TVA by rate, each rounded once (EN 16931 BR-CO-17). Null without lignes, or where a rate is not known. */
function totalsOf(lignes: readonly ImportedLigne[]): Amounts | null {
  if (lignes.length === 0 || lignes.some(({ hasRate }) => !hasRate)) return null;
  const bases = new Map<number, Cents>();
  for (const { rate, netHt } of lignes) bases.set(rate, (bases.get(rate) ?? 0) + netHt);
  const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);
  const totalHt = sum(bases.values());
  const totalTva = sum(
    [...bases].map(([rate, base]) => Number(divideRounded(BigInt(base) * BigInt(rate), 10_000n))),
  );
  return { totalHt, totalTva, totalTtc: totalHt + totalTva };
}
