import { setTimeout } from "node:timers/promises";

/**
 * Runs `work` and answers no sooner than `floor` milliseconds after it began, whether it succeeds or not: how long the
 * answer took must not tell what was done. `wait` measures the time.
 */
export async function answerNoSooner<T>(
  floor: number,
  work: () => Promise<T>,
  wait: (ms: number) => Promise<void> = setTimeout,
): Promise<T> {
  const enough = wait(floor);
  try {
    return await work();
  } finally {
    await enough;
  }
}
