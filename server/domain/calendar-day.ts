/** A day of the civil calendar in Europe/Paris, written `YYYY-MM-DD`. Never a Date: days do not shift. */
export type CalendarDay = string;

/** What "now" means for a use case: the instant (UTC milliseconds) and the day it is in Europe/Paris. */
export type Moment = { readonly at: number; readonly today: CalendarDay };
