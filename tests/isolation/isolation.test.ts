import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "#server/api/root";
import { createHttpApp } from "#server/http/http-app";
import { hasPages } from "../support/a-service.ts";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";
import { aWorld, type World } from "./a-world.ts";
import { attackBatches } from "./attack-batches.ts";
import { attackBrouillons } from "./attack-brouillons.ts";
import { attackDocuments } from "./attack-documents.ts";
import { attackExports, attackJournalExport } from "./attack-exports.ts";
import { attackLive } from "./attack-live.ts";
import { attackMails } from "./attack-mails.ts";
import { attackMarque } from "./attack-marque.ts";
import { attackPages } from "./attack-pages.ts";
import { attackProcedure } from "./attack-procedure.ts";
import { attackRenderings } from "./attack-renderings.ts";
import { attackTogether } from "./attack-together.ts";
import { attackedRoutes } from "./attacked-routes.ts";
import { cases } from "./cases/cases.ts";
import { declarationOf, gapsIn } from "./declarations.ts";
import { type Finding, reportOf, tableOf, writeReport } from "./report.ts";

const procedures = proceduresOf(appRouter);
const findings: Finding[] = [];
let world: World;

beforeAll(async () => {
  world = await aWorld();
});

afterAll(async () => {
  writeReport(reportOf(findings));
  await world?.close();
});

/** Keeps the findings for the report, and fails on those that were not held. */
function record(found: readonly Finding[]): void {
  findings.push(...found);
  const broken = found.filter(({ isHeld }) => !isHeld);
  expect(broken, tableOf(reportOf(broken))).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
}

test("every procedure says beside itself who may call it, and is attacked here", () => {
  expect(gapsIn(procedures, cases)).toEqual([]);
});

test.for(Object.entries(cases))("%s answers nobody but its own", async ([path, tried]) => {
  const send = (call: Parameters<typeof callProcedure>[1]) => callProcedure(world.service, call);
  const declared = declarationOf(procedures, path);
  record(await attackProcedure({ world, send }, { path, declared, tried }));
});

test.runIf(hasPages)(
  "no page and no form shows or changes anything of another société",
  { timeout: 300_000 },
  async () => {
    record(await attackPages(world));
  },
);

test("downloads and the brand are those of the session's own société", async () => {
  record(await attackDocuments(world));
});

test("of a brand, strangers see the looks only, and its sample is its own", async () => {
  record(await attackMarque(world));
  record(await attackBrouillons(world));
});

test("a list taken away is the one of the page it was asked from", async () => {
  record(await attackExports(world));
  record(await attackJournalExport(world));
});

test("asked by two sociétés at once, each address answers each its own", async () => {
  record(await attackTogether(world));
});

test("every route outside the API and the pages is attacked here, or holds nothing of a société", () => {
  const app = createHttpApp(world.service.doors, {
    mode: "production",
    remixBuild: () => Promise.reject(new Error("no page is asked")),
    clientDir: "build/client",
  });
  const routes = [...new Set(app.routes.map(({ path }) => path))];
  const told = Object.keys(attackedRoutes);
  expect(routes.filter((path) => !told.includes(path))).toEqual([]);
  expect(told.filter((path) => !routes.includes(path))).toEqual([]);
});

test("a batch judges each call on its own", async () => {
  record(await attackBatches(world));
});

test("what happens in a société is heard there only, as long as one may listen", async () => {
  record(await attackLive(world));
});

test("documents drawn at once under the same id stay each its own", async () => {
  record(await attackRenderings(world));
});

test("mails tell of their reader's own société", async () => {
  record(await attackMails(world));
});
