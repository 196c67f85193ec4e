import { expect, test } from "vitest";
import { answerNoSooner } from "#server/auth/answer-no-sooner";

/** A floor that is reached when told, and what it was asked to wait. */
function aFloor() {
  const asked: number[] = [];
  let reach = () => {};
  const wait = (ms: number) => {
    asked.push(ms);
    return new Promise<void>((resolve) => {
      reach = resolve;
    });
  };
  return { asked, wait, reach: () => reach() };
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
  const { asked, wait, reach } = aFloor();
  const answer = answerNoSooner(400, async () => "fait", wait);
  expect(asked).toEqual([400]);
  expect(await settled(answer)).toBe(false);
  reach();
  expect(await answer).toBe("fait");
});

test("a refusal ready before the floor waits for it too", async () => {
  const { wait, reach } = aFloor();
  const refuse = async () => {
    throw new Error("refusé");
  };
  const answer = answerNoSooner(400, refuse, wait);
  expect(await settled(answer)).toBe(false);
  reach();
  await expect(answer).rejects.toThrow("refusé");
});
