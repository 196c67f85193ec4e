import type { Clock } from "#server/clock";
import type { Moment } from "#server/domain/calendar-day";
import { log } from "#server/log";
import type { Seals } from "#server/secrets/create-seals";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { AuthDoors, FurnishSociete } from "./auth-doors.ts";
import { findSession } from "./find-session.ts";
import { createLucia } from "./lucia.ts";
import { openSessionStream, type SessionStream } from "./open-session-stream.ts";
import { createPasswords } from "./passwords.ts";
import { pendingCookie } from "./pending-login.ts";
import { createSessionStreams } from "./session-streams.ts";
import { createSessionTouches } from "./session-touches.ts";
import type { SessionView } from "./session-view.ts";
import { sweepAccounts } from "./sweep-accounts.ts";
import { createThrottles, defaultRules, type ThrottleRules } from "./throttles.ts";

const hour = 3_600_000;

type Options = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "provision">;
  readonly mail: { wake(): void };
  readonly clock: Clock;
  /** See `AuthDoors.deviceClock`; the product's own clock unless given. */
  readonly deviceClock?: Clock;
  readonly seals: Seals;
  readonly appOrigin: string;
  readonly furnish: FurnishSociete;
  /** null releases every brake: for the load client only. */
  readonly rules?: ThrottleRules | null;
  /** Milliseconds; above what making a société takes. */
  readonly answerFloor?: number;
};

export type Auth = AuthDoors & {
  readonly cookieName: string;
  readonly pendingCookie: ReturnType<typeof pendingCookie>;
  /** See `findSession`: what every request begins with. */
  findSession(token: string, now: Moment): Promise<SessionView | null>;
  /** See `openSessionStream`: what every subscription begins with. */
  openStream(session: SessionView): SessionStream;
  /** Clears what has expired, now and every hour. */
  start(): void;
  /** To call before the control database closes. */
  close(): Promise<void>;
};

/** The only door to Lucia: accounts, passwords, sessions. The use cases of this folder take it as first argument. */
export function createAuth(options: Options): Auth {
  const { control, tenancy, mail, clock, appOrigin, furnish, seals } = options;
  const { rules = defaultRules, answerFloor = 400, deviceClock = clock } = options;
  const touches = createSessionTouches(control);
  let sweeping: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const sweep = () => {
    sweeping = sweepAccounts(control, clock().at).catch((err: unknown) => {
      log.warn({ err }, "expired sessions not cleared");
    });
  };

  const lucia = createLucia(control, clock, appOrigin);
  const streams = createSessionStreams();

  return {
    control,
    provision: tenancy.provision,
    furnish,
    mail,
    seals,
    clock,
    deviceClock,
    appOrigin,
    answerFloor,
    touches,
    lucia,
    streams,
    cookieName: lucia.sessionCookieName,
    pendingCookie: pendingCookie(appOrigin),
    findSession: (token, now) => findSession({ lucia, touches }, token, now),
    openStream: (session) => openSessionStream({ control, streams, clock }, session),
    passwords: createPasswords(),
    throttles: createThrottles(control, rules),
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
