import { observable } from "@trpc/server/observable";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AppRouter } from "#server/api/root";
import { isOwnAct, ownActsLink } from "../../app/own-acts.ts";

const id = (digit: string) => digit.repeat(32);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** One call of this page, answered at once. */
function call(type: "mutation" | "query", input: unknown, data: unknown) {
  const link = ownActsLink<AppRouter>()({});
  const op = { id: 1, type, path: "factures.update", input, context: {}, signal: null };
  const next = () => observable((observer) => observer.next({ result: { type: "data", data } }));
  link({ op, next } as never).subscribe({});
}

test("the echo of a write of this page is recognised once, then the event is a colleague's", () => {
  call("mutation", { factureId: id("a"), version: 1 }, { version: 2 });
  expect(isOwnAct(id("a"))).toBe(true);
  expect(isOwnAct(id("a"))).toBe(false);
});

test("what was created is known by the answer, what was only read is nobody's act", () => {
  call("mutation", { nom: "Hôtel du Parc" }, { clientId: id("b") });
  call("query", { clientId: id("c") }, { id: id("c") });
  expect(isOwnAct(id("b"))).toBe(true);
  expect(isOwnAct(id("c"))).toBe(false);
});

test("an echo that never came does not hide what a colleague does later", () => {
  call("mutation", { factureId: id("d") }, {});
  vi.advanceTimersByTime(1_500);
  expect(isOwnAct(id("d"))).toBe(false);
  call("mutation", { factureId: id("d") }, {});
  vi.advanceTimersByTime(1_500);
  call("mutation", { factureId: id("d") }, {});
  expect(isOwnAct(id("d"))).toBe(true);
  expect(isOwnAct(id("d"))).toBe(false);
});

test("an echo judged late is judged by when it was heard", () => {
  call("mutation", { ids: [id("e"), id("f")] }, {});
  const heardAt = Date.now() + 400;
  vi.advanceTimersByTime(1_500);
  expect(isOwnAct(id("e"), heardAt)).toBe(true);
  expect(isOwnAct(id("f"))).toBe(false);
});
