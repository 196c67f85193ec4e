import type { Page, Response } from "playwright-core";
import { expect } from "vitest";

const isLive = (response: Response) => response.url().includes("/api/trpc/journal.live");

/** A list whose stream has begun: what happens from now on is heard. */
export async function openLive(page: Page, path: string): Promise<Response> {
  const started = page.waitForResponse(isLive);
  await page.goto(path);
  const stream = await started;
  expect(stream.status()).toBe(200);
  return stream;
}
