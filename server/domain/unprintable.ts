import type { FactureContent } from "./facture.ts";
import { printable } from "./printable.ts";
import { problem } from "./problem-codes.ts";
import type { Problem } from "./refusal.ts";

/** Texts of the sheet that the page would not show as typed: a warning, the XML keeps them whole. */
export function unprintableTexts(content: FactureContent): readonly Problem[] {
  const { subject, note, purchaseOrder, buyerReference, lignes, shipTo, ajustements } = content;
  const texts: readonly (readonly [field: string, text: string])[] = [
    ["subject", subject],
    ["purchaseOrder", purchaseOrder],
    ["buyerReference", buyerReference],
    ...lignes.flatMap(({ designation, description }, index) => [
      [`lignes.${index}.designation`, designation] as const,
      [`lignes.${index}.description`, description] as const,
    ]),
    ...ajustements.map(({ motif }, index) => [`ajustements.${index}.motif`, motif] as const),
    ["shipTo.name", shipTo?.name ?? ""],
    ["shipTo.line1", shipTo?.line1 ?? ""],
    ["shipTo.city", shipTo?.city ?? ""],
    ["note", note],
  ];
  return texts.flatMap(([field, text]) => {
    const lost = isPlain.test(text) ? [] : printable.lost(text);
    return lost.length > 0
      ? [problem(field, "CHARACTER_UNPRINTABLE", { caracteres: lost.slice(0, 5).join(" ") })]
      : [];
  });
}

/** Nearly every text: not worth a longer look at each key. */
const isPlain = /^[\x20-\x7e\xa0-\xff\n]*$/;
