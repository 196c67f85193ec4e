import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Env } from "#server/env";

/**
 * The service's secret: the one of the environment, which production requires; the demonstration draws its own and keeps
 * it in the data directory, readable by its owner only.
 */
export function openAppSecret({ APP_SECRET }: Pick<Env, "APP_SECRET">, dataDir: string): string {
  if (APP_SECRET !== undefined) return APP_SECRET;
  const file = path.join(dataDir, "secret");
  if (!existsSync(file))
    writeFileSync(file, `k1:${randomBytes(32).toString("base64")}`, { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}
