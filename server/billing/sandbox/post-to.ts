import type { Post } from "./send-delivery.ts";

/** As Stripe waits, and no longer. */
const patienceMs = 10_000;

/** Delivers over HTTP; a redirection is not followed. */
export const postTo =
  (url: string): Post =>
  async (body, headers) => {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.status;
  };
