import { networkOf } from "#server/auth/network-of";
import type { Throttles } from "#server/auth/throttles";
import type { Moment } from "#server/domain/calendar-day";
import { Refusal } from "#server/domain/refusal";

const minute = 60_000;

/**
 * How often one account (without one, one network) may call one procedure. Those kept in memory are there to stop a loop, not
 * a person: a restart forgives them. What costs most is counted in the database, by the brakes of `server/auth/throttles`.
 */
export const limits = {
  /** Queries. */
  reading: { kept: "memory", calls: 600, span: minute },
  /** Mutations. */
  writing: { kept: "memory", calls: 240, span: minute },
  /** Live streams opened; how many stay open is bounded where they are kept. */
  stream: { kept: "memory", calls: 60, span: minute },
  /** Decoding a picture, walking a whole journal, asking Stripe. */
  heavy: { kept: "memory", calls: 30, span: minute },
  /** A sample drawn anew at each change of a colour. */
  sample: { kept: "memory", calls: 120, span: minute },
  /** Files of documents, drawn on request. */
  document: { kept: "database", account: "documents", network: "documentsNetwork" },
  /** Everything at once. */
  export: { kept: "database", account: "exports", network: "exportsNetwork" },
} as const;

export type LimitName = keyof typeof limits;

/** Colleagues behind one address share it. */
const perNetwork = 5;

/** Counters above it are forgotten together: so many callers within one minute are no usual day. */
const mostCounters = 200_000;

type Caller = {
  /** Null for a visitor. */
  readonly userId: string | null;
  readonly ip: string;
  readonly now: Moment;
};

export type Limits = {
  /**
   * Counts one call of `path`.
   *
   * @throws Refusal TOO_MANY_CALLS, TOO_MANY_ATTEMPTS with `seconds`, how long to wait
   */
  admit(path: string, name: LimitName, caller: Caller): Promise<void> | undefined;
};

/** @param isReleased for the load client and the tests, which call faster than people */
export function createLimits(throttles: Throttles, isReleased: boolean): Limits {
  if (isReleased) return { admit: () => undefined };
  const counters = new Map<string, number>();
  let windowOf = 0;

  const countIn = (key: string, most: number, left: number) => {
    const count = (counters.get(key) ?? 0) + 1;
    if (count > most) throw new Refusal("TOO_MANY_CALLS", { seconds: Math.ceil(left / 1_000) });
    counters.set(key, count);
  };

  return {
    admit(path, name, { userId, ip, now }) {
      const limit = limits[name];
      if (limit.kept === "database")
        return throttles.admit(
          [
            ...(userId === null ? [] : [[limit.account, userId] as const]),
            [limit.network, ip] as const,
          ],
          now.at,
        );
      const window = Math.floor(now.at / limit.span);
      if (window !== windowOf || counters.size > mostCounters) counters.clear();
      windowOf = window;
      const left = (window + 1) * limit.span - now.at;
      if (userId !== null) countIn(`${path} ${userId}`, limit.calls, left);
      const most = userId === null ? limit.calls : limit.calls * perNetwork;
      countIn(`${path} ${networkOf(ip)}`, most, left);
      return undefined;
    },
  };
}
