/** Somebody waits for the answer of this page; the work itself goes on. */
const longestMs = 4_000;

/** Resolves once `work` is done, or after a few seconds. @returns whether it is done */
export async function upTo(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestMs);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}
