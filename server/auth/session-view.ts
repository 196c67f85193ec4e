import type { Langue } from "#server/domain/langue";
import type { Rights } from "#server/domain/permissions";
import type { SocieteId } from "#server/tenancy/tenant";

/** One société the user may enter, and as what. */
export type Membership = Rights & {
  readonly societeId: SocieteId;
  readonly nom: string;
  readonly slug: string;
  /** Only who gave a second factor enters. */
  readonly asksSecondFactor: boolean;
  /** Its deletion is asked: it is read, and changes no more. */
  readonly isClosing: boolean;
  /** The operator has stopped it: the same. */
  readonly isSuspended: boolean;
  /** Made-up books, theirs alone. */
  readonly isDemonstration: boolean;
};

/** Who acts, in the société the session is attached to. */
export type Member = Membership & { readonly userId: string; readonly userName: string };

/** A valid session, read once per request. */
export type SessionView = {
  /** sha-256 of the cookie's token, hexadecimal. */
  readonly sessionId: string;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly username: string;
    /** What colleagues read: the username until the person gives a name. */
    readonly displayName: string;
    readonly isSuperAdmin: boolean;
    /** The one they chose. */
    readonly langue: Langue | null;
  };
  readonly secondFactor: {
    /** The person has one: an authenticator or a passkey. */
    readonly isOn: boolean;
    /** This session was proved by it. */
    readonly isGiven: boolean;
  };
  readonly memberships: readonly Membership[];
  /** The operator's staff, let in by this société to read only, until an instant (ms); null for everybody else. */
  readonly visite: { readonly id: string; readonly until: number } | null;
  /** Null when the user has several sociétés and has not chosen yet. */
  readonly member: Member | null;
};
