import { performance } from "node:perf_hooks";
import type { Browser, Page } from "playwright-core";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent } from "#server/domain/facture";
import type { BenchSession } from "../bench/bench-session.ts";
import { median, type Visit, visited } from "./loading.ts";
import { aLigne } from "./typing.ts";

const rounds = 12;

export type Delay = { readonly median: number; readonly worst: number };

/** From the act of one person to what another sees of it on the open list, and in the open brouillon, ms. */
export async function liveDelay(browser: Browser, visit: Visit, session: BenchSession) {
  const list = await visited(browser, visit, async (page) => {
    await page.goto("/factures?vue=brouillons");
    return delays(page, async (rank) => {
      const euros = 7_000 + rank;
      const lignes = [{ ...aLigne(rank), unitPriceHt: euros * 1_000_000 }];
      await session.mutate("factures.draft", { content: emptyContent({ lignes }) });
      return (euros * 1.2).toFixed(2).replace(".", ",");
    });
  });
  const content = emptyContent({ lignes: [aLigne(1)] });
  const { factureId } = await session.mutate<{ factureId: string }>("factures.draft", { content });
  const sheet = await visited(browser, visit, async (page) => {
    await page.goto(`/factures/${factureId}/modifier`);
    return delays(page, (rank) => reworded(session, factureId, `Objet${rank}`));
  });
  return { list, sheet };
}

async function reworded(session: BenchSession, factureId: string, subject: string) {
  type Draft = { content: FactureContent; facture: { version: number } };
  const { content, facture } = await session.query<Draft>("factures.get", { factureId });
  const next = { factureId, version: facture.version, content: { ...content, subject } };
  await session.mutate("factures.update", next);
  return subject;
}

/** `act` answers what the page must then show, in its text or in a field. */
async function delays(page: Page, act: (rank: number) => Promise<string>): Promise<Delay> {
  await page.waitForTimeout(3_000); // hydrated, listening
  const seen: number[] = [];
  for (let rank = 1; rank <= rounds; rank++) {
    const began = performance.now();
    await page.waitForFunction(shows, await act(rank), { polling: "raf" });
    seen.push(Math.round(performance.now() - began));
  }
  return { median: median(seen), worst: Math.max(...seen) };
}

/** Runs in the page. */
function shows(text: string): boolean {
  const fields = [...document.querySelectorAll("main input")] as HTMLInputElement[];
  const told = document.querySelector("main")?.textContent ?? "";
  return told.replace(/\s/g, "").includes(text) || fields.some(({ value }) => value === text);
}
