import type { Browser, BrowserContextOptions } from "playwright-core";
import { demoLogins } from "#server/demo/demo-logins";
import { aVisitor } from "./a-visitor.ts";

/** Somebody of the demonstration, signed in. */
export async function aDemoVisitor(
  browser: Browser,
  baseUrl: string,
  username: "claire" | "mona" | "theo" | "nadia",
  options: BrowserContextOptions = {},
) {
  const visitor = await aVisitor(browser, baseUrl, options);
  const known = demoLogins.find((login) => login.username === username);
  await visitor.logIn(username, known?.password ?? "");
  return visitor;
}
