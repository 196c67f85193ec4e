import type { Clock } from "#server/clock";
import { log } from "#server/log";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { AuthDoors, FurnishSociete } from "./auth-doors.ts";
import { createLucia } from "./lucia.ts";
import { createPasswords } from "./passwords.ts";
import { createSessionStreams } from "./session-streams.ts";
import { createSessionTouches } from "./session-touches.ts";
import { sweepAccounts } from "./sweep-accounts.ts";
import { createThrottles, defaultRules, type ThrottleRules } from "./throttles.ts";

const hour = 3_600_000;

type Options = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "provision">;
  readonly mail: { wake(): void };
  readonly clock: Clock;
  readonly appOrigin: string;
  readonly furnish: FurnishSociete;
  /** null releases every brake: for the load client only. */
  readonly rules?: ThrottleRules | null;
  /** Milliseconds; above what making a société takes. */
  readonly answerFloor?: number;
};

export type Auth = AuthDoors & {
  /** Clears what has expired, now and every hour. */
  start(): void;
  /** To call before the control database closes. */
  close(): Promise<void>;
};

/** The only door to Lucia: accounts, passwords, sessions. The use cases of this folder take it as first argument. */
export function createAuth(options: Options): Auth {
  const { control, tenancy, mail, clock, appOrigin, furnish } = options;
  const { rules = defaultRules, answerFloor = 400 } = options;
  const touches = createSessionTouches(control, clock);
  let sweeping: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const sweep = () => {
    sweeping = sweepAccounts(control, clock().at).catch((err: unknown) => {
      log.warn({ err }, "expired sessions not cleared");
    });
  };

  return {
    control,
    provision: tenancy.provision,
    furnish,
    mail,
    clock,
    appOrigin,
    answerFloor,
    touches,
    lucia: createLucia(control, clock, appOrigin),
    passwords: createPasswords(),
    throttles: createThrottles(control, rules),
    streams: createSessionStreams(),
    start() {
      sweep();
      timer = setInterval(sweep, hour).unref();
    },
    async close() {
      clearInterval(timer);
      await Promise.all([sweeping, touches.settled()]);
    },
  };
}
