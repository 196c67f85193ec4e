import type { Clock } from "#server/clock";
import type { Terms } from "#server/domain/quota";
import type { Seals } from "#server/secrets/create-seals";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { TenantTx } from "#server/tenancy/tenant";
import type { SessionLibrary } from "./lucia.ts";
import type { Passwords } from "./passwords.ts";
import type { SessionStreams } from "./session-streams.ts";
import type { SessionTouches } from "./session-touches.ts";
import type { Throttles } from "./throttles.ts";

/**
 * @param facts.at instant of the registration, milliseconds UTC
 * @param facts.terms what it may do from the start: to be kept in its own database
 */
export type FurnishSociete = (
  tx: TenantTx,
  facts: {
    readonly nom: string;
    readonly email: string;
    readonly at: number;
    readonly terms: Terms;
  },
) => Promise<void>;

/** What the use cases of accounts work with. Made once by `createAuth`. */
export type AuthDoors = {
  readonly control: Control;
  readonly provision: Tenancy["provision"];
  /** Writes the first rows of a new société's own database. */
  readonly furnish: FurnishSociete;
  /** Tells the outbox that mails were written. */
  readonly mail: { wake(): void };
  readonly lucia: SessionLibrary;
  readonly passwords: Passwords;
  readonly throttles: Throttles;
  readonly streams: SessionStreams;
  readonly touches: SessionTouches;
  readonly seals: Seals;
  readonly clock: Clock;
  /** What people's own devices show: the machine's clock, even where the demonstration's is ahead of it. */
  readonly deviceClock: Clock;
  /** Every link starts with it, never with the `Host` a request came with. */
  readonly appOrigin: string;
  /** Milliseconds under which a registration or a « forgotten password » is never answered. */
  readonly answerFloor: number;
};
