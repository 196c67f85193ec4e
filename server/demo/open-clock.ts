import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Clock, momentOf, systemClock } from "#server/clock";
import type { Env } from "#server/env";
import { replaceFile } from "#server/replace-file";

export type ProductClock = {
  readonly now: Clock;
  /**
   * Moves the whole product to that instant (milliseconds UTC). Never backwards: an earlier one changes nothing. Null
   * where nobody may move it: in production, and when the clock is a caller's own.
   */
  readonly advanceTo: ((at: number) => Promise<void>) | null;
};

type Kept = { readonly aheadMs: number };

/** The product's only clock. The demonstration's can be advanced; how far is kept in the data directory. */
export function openClock(
  { APP_MODE }: Pick<Env, "APP_MODE">,
  dataDir: string,
  given?: Clock,
): ProductClock {
  if (given) return { now: given, advanceTo: null };
  return APP_MODE === "demo" ? openDemoClock(dataDir) : { now: systemClock, advanceTo: null };
}

function openDemoClock(dataDir: string): ProductClock {
  const file = path.join(dataDir, "horloge.json");
  let aheadMs = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Kept).aheadMs : 0;
  const now = () => momentOf(systemClock().at + aheadMs);
  const advanceTo = async (at: number) => {
    if (at <= now().at) return;
    aheadMs = at - systemClock().at;
    await replaceFile(file, JSON.stringify({ aheadMs } satisfies Kept));
  };
  return { now, advanceTo };
}
