import type { Throttle } from "#db/control/schema/throttles";

type Counter = Pick<Throttle, "count" | "since" | "until">;

/** How often something may be tried. Milliseconds. */
export type AttemptRule =
  | {
      /** After `free` failures each further attempt waits, twice as long each time, never for ever. */
      readonly kind: "growing";
      readonly free: number;
      readonly firstDelay: number;
      readonly longestDelay: number;
      /** Without an attempt for that long, everything is forgotten. */
      readonly forgottenAfter: number;
    }
  | { readonly kind: "window"; readonly limit: number; readonly span: number };

type Verdict =
  | { readonly waits: number; readonly next: null }
  | { readonly waits: 0; readonly next: Counter };

/**
 * Whether an attempt may be made at `now`, and the counter once it is counted. Counted before the outcome is known:
 * a hundred attempts in parallel are a hundred attempts.
 *
 * @returns `waits`: how long to wait, in milliseconds, when refused
 */
export function judgeAttempt(rule: AttemptRule, counter: Counter | null, now: number): Verdict {
  return rule.kind === "growing"
    ? judgeGrowing(rule, counter, now)
    : judgeWindow(rule, counter, now);
}

function judgeGrowing(
  rule: Extract<AttemptRule, { kind: "growing" }>,
  counter: Counter | null,
  now: number,
): Verdict {
  const known = counter && now - counter.since < rule.forgottenAfter ? counter : null;
  if (known?.until && known.until > now) return { waits: known.until - now, next: null };
  const count = (known?.count ?? 0) + 1;
  const delay = Math.min(rule.longestDelay, rule.firstDelay * 2 ** (count - rule.free));
  return { waits: 0, next: { count, since: now, until: count < rule.free ? null : now + delay } };
}

function judgeWindow(
  { limit, span }: Extract<AttemptRule, { kind: "window" }>,
  counter: Counter | null,
  now: number,
): Verdict {
  const known = counter && now - counter.since < span ? counter : null;
  if (!known) return { waits: 0, next: { count: 1, since: now, until: null } };
  if (known.count >= limit) return { waits: known.since + span - now, next: null };
  return { waits: 0, next: { count: known.count + 1, since: known.since, until: null } };
}
