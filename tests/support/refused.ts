import type { Problem, Refusal, RefusalCode } from "#server/domain/refusal";

/** The refusal a call ends with; fails the test when it passes, or fails otherwise. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const cause = await call.then(
    () => new Error("the call was not refused"),
    (error: unknown) => (error as { cause?: unknown }).cause ?? error,
  );
  if ((cause as Error).name !== "Refusal") throw cause;
  return cause as Refusal;
}

export const refusalCode = async (call: Promise<unknown>): Promise<RefusalCode> =>
  (await refusalOf(call)).code;

export const refusedFields = async (call: Promise<unknown>): Promise<string[]> =>
  (await refusalOf(call)).problems.map(({ field, code }: Problem) => `${field} ${code}`);
