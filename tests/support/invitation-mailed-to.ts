import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The link of an invitation, read in the demonstration's letter box: the mail leaves a moment after the answer. */
export async function invitationMailedTo(page: Page, email: string): Promise<string> {
  const mail = page.getByRole("link", { name: new RegExp(`à rejoindre .*${email}`, "s") });
  await expect
    .poll(
      async () => {
        await page.goto("/boite-aux-lettres");
        return mail.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await mail.click();
  const link = page.getByRole("link", { name: /\/invitation\// });
  return (await link.getAttribute("href")) ?? "";
}
