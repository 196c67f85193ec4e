import { isDeepStrictEqual } from "node:util";
import type { Row } from "./render.ts";
import { setFields } from "./set-fields.ts";
import type { State, Table } from "./state.ts";
import { noSuch } from "./stripe-error.ts";

/** What the account's owner would choose on Stripe's dashboard. */
export type Settings = {
  /** Checkout refuses a second subscription of the same customer. */
  readonly oneSubscriptionPerCustomer: boolean;
  /** Days between a failed attempt and the next. */
  readonly retryDays: readonly number[];
  /** What becomes of a subscription once every attempt has failed. */
  readonly afterRetries: "unpaid" | "canceled" | "past_due";
  /** Days until a SEPA debit is known to have succeeded or failed. */
  readonly sepaDays: number;
  /** `invoice.upcoming` is sent that many days before a renewal. */
  readonly upcomingDays: number;
};

export const defaultSettings: Settings = {
  oneSubscriptionPerCustomer: true,
  retryDays: [3, 5, 7],
  afterRetries: "unpaid",
  sepaDays: 5,
  upcomingDays: 7,
};

/** What every part of the sandbox works with. */
export type Sandbox = {
  readonly state: State;
  readonly settings: Settings;
  /** Checkout, portal and hosted invoices are pages of this origin. */
  readonly pagesOrigin: string;
  /** Seconds. While something overdue is done, the instant it was due. */
  now(): number;
  newId(prefix: string): string;
  emit(type: string, row: Row, previous?: Record<string, unknown>): void;
};

/** @throws StripeError 404, or 400 naming the parameter `where` */
export function get<T>(table: Table<T>, what: string, id: string, where?: string): T {
  const row = Object.hasOwn(table, id) ? table[id] : undefined;
  if (row === undefined) throw noSuch(what, id, where);
  return row;
}

/** Null when there is none. */
export const find = <T>(table: Table<T>, id: string | null | undefined): T | null =>
  id && Object.hasOwn(table, id) ? (table[id] ?? null) : null;

/** Change a row and tell it: `previous_attributes` are the fields that differ. Nothing is told when nothing differs. */
export function change<T extends Row>(
  sandbox: Sandbox,
  row: T,
  patch: Partial<T>,
  type: string | null,
): boolean {
  const previous: Record<string, unknown> = {};
  for (const name of Object.keys(patch) as (keyof T & string)[])
    if (!isDeepStrictEqual(row[name], patch[name])) previous[name] = structuredClone(row[name]);
  setFields(row, patch);
  if (Object.keys(previous).length === 0) return false;
  if (type !== null) sandbox.emit(type, row, previous);
  return true;
}
