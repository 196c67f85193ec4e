import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** Another Node process running a file of `children/`, once it has printed its first line. */
export async function foreignProcess(script: string, args: readonly string[]) {
  const path = fileURLToPath(new URL(`./children/${script}`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", path, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  const exited = once(child, "exit");
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  onTestFinished(kill);
  const started = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      out += chunk;
      resolve();
    });
  });
  await Promise.race([started, exited]);
  return {
    kill,
    exited: async () => (await exited)[0] as number | null,
    /** Whole lines printed so far. */
    lines: () => out.split("\n").slice(0, -1),
    errors: () => errors,
  };
}
