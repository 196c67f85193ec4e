/** npm run measure:lab — what the pages cost in a browser, CPU slowed 4 times: weight, LCP, CLS, INP, and the delay of live changes. */
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { startBenchServer } from "./bench/bench-server.ts";
import { openBenchSession } from "./bench/bench-session.ts";
import { prepareInstallation } from "./bench/prepare-installation.ts";
import { benchPassword } from "./bench/seed-societe.ts";
import { atMost, type Limit } from "./bench/workload.ts";
import { filtering } from "./lab/filtering.ts";
import { inpBound, slowDown } from "./lab/interactions.ts";
import { liveDelay } from "./lab/live-delay.ts";
import { loading, scriptBytes } from "./lab/loading.ts";
import { logIn } from "./lab/log-in.ts";
import { aLongBrouillon, typing } from "./lab/typing.ts";

const tell = (line: string) => process.stderr.write(`${line}\n`);
/** 10,000 factures, 1,000 clients. */
const login = { username: "mesure-d1", password: benchPassword };

const installation = await prepareInstallation(tell, "facturepro-lab-run");
const server = await startBenchServer(installation.dataDir);
const browser = await launchBrowser();
const limits: Limit[] = [];
try {
  const session = await openBenchSession(server.baseUrl, login);
  const brouillon = await aLongBrouillon(session);
  const context = await browser.newContext({ baseURL: server.baseUrl, locale: "fr-FR" });
  const page = await context.newPage();
  await logIn(page, login);
  const visit = { baseURL: server.baseUrl, storageState: await context.storageState() };

  const kilobytes = Math.round((await scriptBytes(browser, visit, "/tableau-de-bord")) / 100) / 10;
  limits.push(atMost("JavaScript of the first signed-in page, kB gzip", kilobytes, 170));
  const [issued] = Object.values(installation.drawable).flat();
  const pages = {
    dashboard: "/tableau-de-bord",
    list: "/factures",
    editor: brouillon,
    detail: `/factures/${issued}`,
  };
  for (const [name, path] of Object.entries(pages)) {
    const { lcp, cls } = await loading(browser, visit, path);
    limits.push(atMost(`${name}, LCP, ms`, lcp, 1_500), atMost(`${name}, CLS`, cls, 0.02));
  }

  await page.goto(brouillon);
  const typed = await typing(page);
  limits.push(atMost("INP typing in a facture of 200 lignes, ms", typed.inp, inpBound));
  const filtered = await filtering(page);
  limits.push(atMost("INP filtering 10,000 factures, ms", filtered.inp, inpBound));
  await context.close();

  const live = await liveDelay(browser, visit, session);
  limits.push(
    atMost("a colleague's brouillon in the open list, worst, ms", live.list.worst, 1_000),
  );
  limits.push(atMost("a colleague's words in the open brouillon, ms", live.sheet.worst, 1_000));
  process.stdout.write(`${JSON.stringify({ slowDown, typed, filtered, live, limits })}\n`);
} finally {
  await browser.close();
  await server.end("SIGTERM");
}
for (const { name, reached, bound, ok } of limits)
  tell(`${ok ? "  ok    " : "  MISSED"} ${name}: ${reached} (${bound})`);
if (limits.some(({ ok }) => !ok)) process.exitCode = 1;
