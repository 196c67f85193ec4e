import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "#server/api/root";
import { callProcedure, proceduresOf } from "../support/trpc-wire.ts";
import { aWorld, type World } from "./a-world.ts";
import { attackProcedure } from "./attack-procedure.ts";
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
