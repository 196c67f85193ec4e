import type { SessionView } from "#server/auth/session-view";
import type { Moment } from "#server/domain/calendar-day";
import type { Langue } from "#server/domain/langue";
import type { Doors } from "#server/doors";
import type { LiveEvent } from "#server/journal/kinds";

/**
 * What one request carries through the API. Built once per request (once per stream for a subscription).
 *
 * `requestedSociete` is the société the *page* believes to be on: header `x-societe`, form field `_societe` or
 * connection parameter. `ownSociete` marks a read made by the server itself for the page being rendered.
 */
export type Context = {
  readonly doors: Doors;
  readonly requestId: string;
  readonly resHeaders: Headers;
  readonly ip: string;
  readonly agent: string;
  readonly now: Moment;
  /** Of the answer: the person's, or what the browser asks for. */
  readonly langue: Langue;
  readonly session: SessionView | null;
  /** Of a login that awaits its second factor in this browser. */
  readonly pendingToken: string | null;
  readonly requestedSociete: string | typeof ownSociete | null;
  /** Of a stream that is written to directly; without it a subscription yields its facts. */
  readonly tell?: ((event: LiveEvent) => void) | undefined;
};

/**
 * Reads made while rendering a page act on the session's own société. A symbol: no header and no form can say it, as
 * they could a word.
 */
export const ownSociete = Symbol("the session's own société");
