import path from "node:path";
import { type Doors, openDoors } from "#server/doors";
import { parseEnv } from "#server/env";

const root = path.join(import.meta.dirname, "../..");

/** The product's own doors, in this process, while no service holds the directory. */
export async function withDoors<T>(
  dataDir: string,
  work: (doors: Doors) => Promise<T>,
): Promise<T> {
  const env = parseEnv({ DATA_DIR: dataDir, APP_MODE: "demo" });
  const doors = await openDoors(env, {
    root,
    renderWorker: path.join(root, "build/render-worker.js"),
    withoutThrottles: true,
  });
  try {
    return await work(doors);
  } finally {
    await doors.close();
  }
}
