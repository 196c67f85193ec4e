import type { Moment } from "#server/domain/calendar-day";

/** Somebody acting on their own account, in the session they act from. */
export type Doer = {
  readonly userId: string;
  readonly sessionId: string;
  readonly ip: string;
  readonly now: Moment;
};

/** The session goes on under this token, for the cookie; every other session of the person is over. */
export type Renewed = { readonly token: string };
