import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { gatheredEvents } from "../../app/gathered-events.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aReader() {
  const reads: string[][] = [];
  const gathered = gatheredEvents<string>((heard) => reads.push(heard.map(({ event }) => event)));
  return { reads, gathered };
}

test("what happens together is read once, soon after its first event", () => {
  const { reads, gathered } = aReader();
  for (const kind of ["facture.issued", "facture.archived", "client.updated"]) gathered.add(kind);
  vi.advanceTimersByTime(199);
  expect(reads).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(reads).toEqual([["facture.issued", "facture.archived", "client.updated"]]);
});

test("a burst of a minute is read about once a second, and its last event within one", () => {
  const { reads, gathered } = aReader();
  for (let event = 0; event < 1_200; event++) {
    gathered.add(String(event));
    vi.advanceTimersByTime(50);
  }
  expect(reads.length).toBeLessThanOrEqual(76);
  vi.advanceTimersByTime(1_000);
  expect(reads.flat()).toHaveLength(1_200);
  expect(reads.at(-1)?.at(-1)).toBe("1199");
});

test("an event is dated when it is heard, and a page that closes reads nothing more", () => {
  const heard: number[] = [];
  const gathered = gatheredEvents<string>((events) => heard.push(...events.map(({ at }) => at)));
  const first = Date.now();
  gathered.add("a");
  vi.advanceTimersByTime(1_000);
  gathered.add("b");
  gathered.stop();
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual([first]);
});
