import { todayInParis } from "#server/domain/calendar";
import type { Moment } from "#server/domain/calendar-day";

export type Clock = () => Moment;

/** The only clock of the product: the instant, and the day it is in Europe/Paris. */
export const systemClock: Clock = () => momentOf(Date.now());

export function momentOf(at: number): Moment {
  return { at, today: todayInParis(at) };
}
