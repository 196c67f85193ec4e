import type { Form } from "./form.ts";
import type { Discount } from "./objects/discount.ts";
import { type Json, type Row, render } from "./render.ts";
import { noSuch } from "./stripe-error.ts";

const ranges = {
  gt: (a: number, b: number) => a > b,
  gte: (a: number, b: number) => a >= b,
  lt: (a: number, b: number) => a < b,
  lte: (a: number, b: number) => a <= b,
};

/** A discount is never listed: it has no date of its own making. */
type Listable = Exclude<Row, Discount>;

/** A page of a list, newest first: `limit`, `starting_after`, `ending_before`, `created`. Rows come oldest first. */
export function listOf<T extends Listable>(form: Form, url: string, rows: readonly T[]): Json {
  const limit = Math.min(Math.max(form.integer("limit") ?? 10, 1), 100);
  const newest = rows.filter(createdWithin(form)).toReversed();
  const after = form.textOrNull("starting_after");
  const before = form.textOrNull("ending_before");
  const from = after === null ? 0 : rankOf(newest, after, "starting_after") + 1;
  const until = before === null ? newest.length : rankOf(newest, before, "ending_before");
  const window = newest.slice(from, until);
  const page = before === null ? window.slice(0, limit) : window.slice(-limit);
  return {
    object: "list",
    data: page.map(render),
    has_more: window.length > page.length,
    url,
  };
}

function rankOf(rows: readonly Listable[], id: string, param: string): number {
  const rank = rows.findIndex((row) => row.id === id);
  if (rank < 0) throw noSuch("object", id, param);
  return rank;
}

function createdWithin(form: Form): (row: Listable) => boolean {
  const exact = plainInteger(form);
  if (exact !== undefined) return (row) => row.created === exact;
  const created = form.in("created");
  const bounds = Object.entries(ranges).flatMap(([name, holds]) => {
    const bound = created.integer(name);
    return bound === undefined ? [] : [(at: number) => holds(at, bound)];
  });
  return (row) => bounds.every((holds) => holds(row.created));
}

function plainInteger(form: Form): number | undefined {
  const isRange = form.has("created") && !form.isText("created");
  return isRange ? undefined : form.integer("created");
}
