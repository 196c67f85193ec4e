import { rmSync } from "node:fs";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seedOnce } from "#server/demo/seed-once";
import { openDoors } from "#server/doors";
import { parseEnv } from "#server/env";
import type { SocieteId } from "#server/tenancy/tenant";
import { insertClients, insertProduits, openBulk } from "../bench/bulk-file.ts";
import { seedSociete } from "../bench/seed-societe.ts";

const root = path.join(import.meta.dirname, "../..");

export type Ground = {
  readonly dataDir: string;
  readonly societeId: SocieteId;
  leave(): Promise<void>;
};

let model: Promise<{ folder: string; societeId: SocieteId }> | undefined;

/** A data directory of its own, with one société (`faults`) ready to issue. */
export async function openGround(): Promise<Ground> {
  model ??= makeModel();
  const { folder, societeId } = await model;
  const dataDir = await mkdtemp(path.join(tmpdir(), "facturepro-fault-"));
  await cp(folder, dataDir, { recursive: true });
  const leave = async () => {
    for (const place of [dataDir, `${dataDir}.log`])
      await rm(place, { recursive: true, force: true });
  };
  return { dataDir, societeId, leave };
}

async function makeModel() {
  const folder = await mkdtemp(path.join(tmpdir(), "facturepro-fault-model-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const env = parseEnv({ DATA_DIR: folder, APP_MODE: "demo" });
  const renderWorker = path.join(root, "build/render-worker.js");
  const doors = await openDoors(env, { root, renderWorker, withoutThrottles: true });
  await seedOnce(doors);
  const societeId = await seedSociete(doors, "faults", 9);
  await doors.startRound.hurry();
  await doors.renderJobs.settled();
  await doors.close();
  const bulk = openBulk(folder, societeId);
  insertClients(bulk, 1_000);
  insertProduits(bulk, 1_000);
  bulk.close();
  await released(folder);
  return { folder, societeId };
}

/** SQLite takes its shared memory away when the last handle of a file is really gone: only then is the folder still. */
async function released(folder: string): Promise<void> {
  const isHeld = async () =>
    (await readdir(folder, { recursive: true })).some((name) => name.endsWith("-shm"));
  for (let wait = 0; wait < 100 && (await isHeld()); wait++) await sleep(100);
}
