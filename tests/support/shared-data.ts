import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Official rules, vectors and samples: outside the repository, see the README for how to get them. */
export const sharedData = resolve(root, process.env["EN16931_RULES"] ?? "../shared/data");

export const hasSharedData = existsSync(join(sharedData, "samples/valid"));

/** Shown beside a test that could not run. */
export const withoutSharedData = "official files absent: set EN16931_RULES";

export const readShared = (path: string): string => readFileSync(join(sharedData, path), "utf8");
export const readSharedJson = <T>(path: string): T => JSON.parse(readShared(path)) as T;

/** Multiplies the random cases of a suite: 1 in `npm test`, 10 in `npm run faults`. */
export const fuzzFactor = Number(process.env["FUZZ_FACTOR"] ?? "1");
