import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { freePort } from "./free-port.ts";

/** Stripe's official mock server, when this machine has it: named by STRIPE_MOCK, or in the PATH. */
export function findStripeMock(): string | null {
  const named = process.env["STRIPE_MOCK"];
  const inPath = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, "stripe-mock"));
  return [...(named ? [named] : []), ...inPath].find((file) => existsSync(file)) ?? null;
}

/** Started on a free port; it judges the parameters of each request by Stripe's own description of its API. */
export async function startStripeMock(binary: string) {
  const port = await freePort();
  const child = spawn(binary, ["-http-port", String(port)], { stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(origin).catch(() => null);
    if (answer) break;
    if (attempt > 100) throw new Error("stripe-mock did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin, stop: () => child.kill() };
}
