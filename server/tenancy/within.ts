import { TenancyError } from "./tenancy-error.ts";

/** @throws TenancyError WRITE_TOO_LONG when `work` has not settled after `time` ms. It goes on, and its outcome is lost. */
export async function within<T>(time: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TenancyError("WRITE_TOO_LONG", `a write took more than ${time} ms`)),
      time,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
