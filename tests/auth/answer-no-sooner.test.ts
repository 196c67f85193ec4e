import { afterEach, expect, test, vi } from "vitest";

vi.mock("node:timers/promises", () => ({ setTimeout: vi.fn() }));

const { setTimeout } = vi.mocked(await import("node:timers/promises"));
const { answerNoSooner } = await import("#server/auth/answer-no-sooner");

afterEach(() => void vi.clearAllMocks());

/** A floor that is reached when told. */
function aFloor() {
  let reach = () => {};
  setTimeout.mockReturnValue(
    new Promise<void>((resolve) => {
      reach = resolve;
    }) as never,
  );
  return { reach: () => reach() };
}

const settled = async (promise: Promise<unknown>) => {
  const not = Symbol("not yet");
  const first = await Promise.race([
    promise.catch((cause: unknown) => cause),
    new Promise((resolve) => setImmediate(resolve, not)),
  ]);
  return first !== not;
};

test("an answer ready before the floor waits for it", async () => {
  const { reach } = aFloor();
  const answer = answerNoSooner(400, async () => "fait");
  expect(setTimeout).toHaveBeenCalledWith(400);
  expect(await settled(answer)).toBe(false);
  reach();
  expect(await answer).toBe("fait");
});

test("a refusal ready before the floor waits for it too", async () => {
  const { reach } = aFloor();
  const answer = answerNoSooner(400, async () => {
    throw new Error("refusé");
  });
  expect(await settled(answer)).toBe(false);
  reach();
  await expect(answer).rejects.toThrow("refusé");
});
