import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A data directory of its own, removed after the test. */
export async function aDataDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "facturepro-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}
