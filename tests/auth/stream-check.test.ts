import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memberships } from "#db/control/schema/memberships";
import { sessions } from "#db/control/schema/sessions";
import { anAuth } from "./an-auth.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

async function aStream() {
  const world = await anAuth();
  await world.register();
  const { token } = await world.login();
  const session = await world.find(token);
  if (!session) throw new Error("no session");
  return { ...world, ...world.auth.openStream(session) };
}

const checked = async () => {
  await vi.advanceTimersByTimeAsync(30_000);
  await new Promise((resolve) => setTimeout(resolve, 20));
};

test("a stream goes on while its session is valid", async () => {
  const { signal, release } = await aStream();
  await checked();
  expect(signal.aborted).toBe(false);
  release();
  expect(vi.getTimerCount()).toBe(0);
});

test("a stream ends within half a minute when the role changes", async () => {
  const { signal, control } = await aStream();
  await control.write((tx) => tx.update(memberships).set({ role: "comptable" }));
  await checked();
  expect(signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("a stream ends within half a minute when its session is gone from the database", async () => {
  const { signal, control } = await aStream();
  await control.write((tx) => tx.delete(sessions));
  await checked();
  expect(signal.aborted).toBe(true);
});

test("a stream ends within half a minute when its session expires", async () => {
  const { signal, wait } = await aStream();
  wait(8 * 86_400_000);
  await checked();
  expect(signal.aborted).toBe(true);
});
