import type { Moment } from "#server/domain/calendar-day";

/** Somebody of the operator's staff, at the moment of an act. */
export type Operator = {
  readonly userId: string;
  readonly userName: string;
  readonly now: Moment;
};
