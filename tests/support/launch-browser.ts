import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const known = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The system's Chromium, or the one inside the npm package: a fresh machine needs nothing more. */
export async function launchBrowser(): Promise<Browser> {
  const found = known.find((path) => path && existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...quiet],
  });
}
