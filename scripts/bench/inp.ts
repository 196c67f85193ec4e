import { launchBrowser } from "../../tests/support/launch-browser.ts";
import { filtering } from "../lab/filtering.ts";
import { inpBound, slowDown } from "../lab/interactions.ts";
import { logIn } from "../lab/log-in.ts";
import { benchPassword } from "./seed-societe.ts";
import { atMost, type Bench, type WorkloadResult } from "./workload.ts";

/** INP: the list of 10,000 factures filtered as a person does, on a processor slowed down fourfold. */
export async function measureInteractions({ server }: Bench): Promise<WorkloadResult> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ baseURL: server.baseUrl, locale: "fr-FR" });
    await logIn(page, { username: "mesure-d1", password: benchPassword });
    const filtered = await filtering(page);
    return {
      workload: "INP",
      figures: { slowDown, filtering_10k: filtered },
      limits: [atMost("filtering 10,000 factures, ms", filtered.inp, inpBound)],
    };
  } finally {
    await browser.close();
  }
}
