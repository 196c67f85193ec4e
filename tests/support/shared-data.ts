import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Multiplies the random cases of a suite: 1 in `npm test`, 10 in `npm run faults`. */
export const fuzzFactor = Number(process.env["FUZZ_FACTOR"] ?? "1");

/** Official rules, vectors and samples: outside the repository, see the README for how to get them. */
export const sharedData = resolve(root, process.env["EN16931_RULES"] ?? "../shared/data");

const hasSharedData = ["samples/valid", "vectors", "sef", "xsd", "xslt"].every((folder) =>
  existsSync(join(sharedData, folder)),
);

/** A test that reads the official files; where they are absent it shows as skipped, with this reason. */
export function officialTest(name: string, run: () => void | Promise<void>): void {
  test(name, { timeout: 120_000 * fuzzFactor }, async ({ skip }) => {
    skip(!hasSharedData, "official files absent: set EN16931_RULES");
    await run();
  });
}

export const readShared = (path: string): string => readFileSync(join(sharedData, path), "utf8");
export const readSharedJson = <T>(path: string): T => JSON.parse(readShared(path)) as T;
