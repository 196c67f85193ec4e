import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { throttles } from "#db/control/schema/throttles";
import { Refusal } from "#server/domain/refusal";
import type { Control, ControlDb, ControlTx } from "#server/tenancy/control";
import { type AttemptRule, judgeAttempt } from "./attempt-rules.ts";
import { networkOf } from "./network-of.ts";

const minute = 60_000;

/** Five free failures, then 1 s, 2 s, 4 s… a quarter of an hour; never for ever. */
const growing = {
  kind: "growing",
  free: 5,
  firstDelay: 1000,
  longestDelay: 15 * minute,
  forgottenAfter: 24 * 60 * minute,
} as const;

export const defaultRules = {
  /** Per account, whatever the address it is tried from. */
  account: growing,
  /** The password asked again of who is logged in, per account. */
  confirmation: growing,
  /** Codes typed after the right password, per account. */
  secondFactor: growing,
  /** Changes of address asked for, per account. */
  emailChange: { kind: "window", limit: 5, span: 60 * minute },
  /** Passkeys asked for before anybody is known, per network. */
  ceremony: { kind: "window", limit: 60, span: 10 * minute },
  /** Logins and resets, per network. */
  network: { kind: "window", limit: 30, span: 10 * minute },
  /** Sociétés created, per network. */
  registration: { kind: "window", limit: 30, span: 60 * minute },
  /** Mails anybody can have sent to an address. */
  mailbox: { kind: "window", limit: 3, span: 60 * minute },
  /** Invitations a société sends, to whomever. */
  invitation: { kind: "window", limit: 40, span: 60 * minute },
  /** Files of documents, per account and per network. */
  documents: { kind: "window", limit: 600, span: 10 * minute },
  documentsNetwork: { kind: "window", limit: 3_000, span: 10 * minute },
  /** Whole lists taken away, per account and per network. */
  exports: { kind: "window", limit: 30, span: 60 * minute },
  exportsNetwork: { kind: "window", limit: 150, span: 60 * minute },
} as const satisfies Record<string, AttemptRule>;

type RuleName = keyof typeof defaultRules;
export type ThrottleRules = Readonly<Record<RuleName, AttemptRule>>;

/** Something tried: `[rule, who]`, who being an account, an address… in clear. */
type Attempt = readonly [rule: RuleName, who: string];

export type Throttles = {
  /**
   * Counts one attempt under each key, or refuses without counting any.
   *
   * @throws Refusal TOO_MANY_ATTEMPTS with `seconds`, how long to wait
   */
  admit(attempts: readonly Attempt[], now: number): Promise<void>;
  /** The same inside a transaction, answering false instead of refusing. */
  allows(tx: ControlTx, attempt: Attempt, now: number): Promise<boolean>;
  /** Takes back what was counted, since the password was right: an account starts afresh, a network gets its try back. */
  forget(tx: ControlTx, attempts: readonly Attempt[]): Promise<void>;
  /** Drops every counter kept under one of these names: an account, its address. */
  erase(tx: ControlTx, names: readonly string[]): Promise<void>;
};

const released: Throttles = {
  admit: async () => {},
  allows: async () => true,
  forget: async () => {},
  erase: async () => {},
};

/**
 * The brakes on guessing and on bulk, kept in the control database so that a restart does not release them. Keys are
 * hashed: the table lists neither addresses nor accounts.
 *
 * @param rules null releases every brake: for the load client, which logs in thousands of times
 */
export function createThrottles(control: Control, rules: ThrottleRules | null): Throttles {
  if (!rules) return released;

  const judge = async (db: ControlDb | ControlTx, attempts: readonly Attempt[], now: number) => {
    const keyed = attempts.map(([rule, who]) => ({ rule, key: keyOf(rule, who) }));
    const keys = keyed.map(({ key }) => key);
    const rows = await db.select().from(throttles).where(inArray(throttles.key, keys));
    return keyed.map(({ rule, key }) => ({
      key,
      ...judgeAttempt(rules[rule], rows.find((row) => row.key === key) ?? null, now),
    }));
  };

  return {
    async admit(attempts, now) {
      // Asked first on the read side: a flood of refused attempts never reaches the writer's queue.
      refuseWaiting(await control.read((db) => judge(db, attempts, now)));
      await control.write(async (tx) => {
        const verdicts = await judge(tx, attempts, now);
        refuseWaiting(verdicts);
        for (const verdict of verdicts) await count(tx, verdict);
      });
    },
    async allows(tx, attempt, now) {
      const [verdict] = await judge(tx, [attempt], now);
      if (!verdict?.next) return false;
      await count(tx, verdict);
      return true;
    },
    async forget(tx, attempts) {
      for (const [rule, who] of attempts) {
        const isThis = eq(throttles.key, keyOf(rule, who));
        if (rules[rule].kind === "growing") await tx.delete(throttles).where(isThis);
        else
          await tx
            .update(throttles)
            .set({ count: sql`max(${throttles.count} - 1, 0)` })
            .where(isThis);
      }
    },
    async erase(tx, names) {
      const ofPeople = (Object.keys(rules) as RuleName[]).filter((rule) => !byNetwork.has(rule));
      const keys = ofPeople.flatMap((rule) => names.map((name) => keyOf(rule, name)));
      await tx.delete(throttles).where(inArray(throttles.key, keys));
    },
  };
}

type Verdict = { readonly key: string } & ReturnType<typeof judgeAttempt>;

function refuseWaiting(verdicts: readonly Verdict[]): void {
  const waits = Math.max(...verdicts.map((verdict) => verdict.waits));
  if (waits > 0) throw new Refusal("TOO_MANY_ATTEMPTS", { seconds: Math.ceil(waits / 1000) });
}

async function count(tx: ControlTx, { key, next }: Verdict): Promise<void> {
  if (!next) return;
  await tx
    .insert(throttles)
    .values({ key, ...next })
    .onConflictDoUpdate({ target: throttles.key, set: next });
}

const byNetwork: ReadonlySet<RuleName> = new Set([
  "network",
  "registration",
  "ceremony",
  "documentsNetwork",
  "exportsNetwork",
]);

function keyOf(rule: RuleName, who: string): string {
  const subject = byNetwork.has(rule) ? networkOf(who) : who;
  return `${rule}:${createHash("sha256").update(subject).digest("hex")}`;
}
