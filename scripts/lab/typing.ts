import type { Page } from "playwright-core";
import { emptyContent } from "#server/domain/empty-content";
import type { LigneDraft } from "#server/domain/facture";
import type { BenchSession } from "../bench/bench-session.ts";
import { type Interactions, timed } from "./interactions.ts";

const lignesCount = 200;
/** A person types a key every 150 ms or so. */
const betweenKeysMs = 150;

const texts = [
  ["lignes.100.designation", "Dépose et évacuation des menuiseries existantes"],
  ["lignes.100.quantity", "12,5"],
  ["lignes.100.unitPriceHt", "1 234,56"],
  ["lignes.101.designation", "Pose de plinthes en chêne massif"],
] as const;

/** A brouillon of 200 lignes; its page. */
export async function aLongBrouillon({ mutate }: BenchSession): Promise<string> {
  const lignes = Array.from({ length: lignesCount }, (_, index) => aLigne(index + 1));
  const content = emptyContent({ lignes });
  const { factureId } = await mutate<{ factureId: string }>("factures.draft", { content });
  return `/factures/${factureId}/modifier`;
}

export const aLigne = (rank: number): LigneDraft => ({
  kind: "ligne",
  designation: `Ligne ${rank}`,
  description: "",
  quantity: 10_000,
  unit: "C62",
  unitPriceHt: 100_000_000,
  rate: 2000,
  nature: "service",
  ajustements: [],
  produitId: null,
});

/** Typing in the middle of that brouillon, already open. */
export async function typing(page: Page): Promise<Interactions> {
  await page.locator('[data-field="lignes.100.designation"]').waitFor();
  await page.waitForTimeout(3_000); // read, hydrated, at rest
  return timed(page, async () => {
    await page.locator('[data-field="lignes.100.designation"]').click();
    for (const [field, text] of texts) await typeIn(page, field, text);
  });
}

async function typeIn(page: Page, field: string, text: string): Promise<void> {
  const input = page.locator(`input[data-field="${field}"]`);
  await page.locator(`[data-field="${field}"]`).first().focus();
  if ((await input.count()) === 0) await page.keyboard.press("Enter");
  await input.fill("");
  await page.keyboard.type(text, { delay: betweenKeysMs });
}
