/** npm run measure:typing — INP of typing in a facture of 200 lignes, CPU slowed 4 times; exit 1 above the bound. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { demoLogins } from "#server/demo/demo-logins";
import { launchBrowser } from "../tests/support/launch-browser.ts";
import { startBenchServer } from "./bench/bench-server.ts";
import { openBenchSession } from "./bench/bench-session.ts";
import { inpBound, slowDown } from "./lab/interactions.ts";
import { logIn } from "./lab/log-in.ts";
import { aLongBrouillon, typing } from "./lab/typing.ts";

const folder = await mkdtemp(path.join(tmpdir(), "facturepro-typing-"));
const server = await startBenchServer(path.join(folder, "data"));
const browser = await launchBrowser();
try {
  const [login] = demoLogins;
  const brouillon = await aLongBrouillon(await openBenchSession(server.baseUrl, login));
  const page = await browser.newPage({ baseURL: server.baseUrl, locale: "fr-FR" });
  await logIn(page, login, brouillon);
  const figures = await typing(page);
  process.stdout.write(`${JSON.stringify({ ...figures, bound: inpBound, slowDown })}\n`);
  if (figures.inp > inpBound) process.exitCode = 1;
} finally {
  await browser.close();
  await server.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}
