import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../tests/support/free-port.ts";
import { httpClient } from "./http-client.ts";

const root = path.join(import.meta.dirname, "../..");
const patienceMs = 120_000;

export type BenchServer = {
  readonly baseUrl: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** From the spawn to the first right answer of `/connexion`, ms. */
  readonly startMs: number;
  /** Ends the process and waits for it to be gone; the exit code is null after a kill. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
};

/** Start the built app in its production build, its log in a file beside the data directory. */
export async function startBenchServer(
  dataDir: string,
  { port: given, env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<BenchServer> {
  const port = given ?? (await freePort());
  const baseUrl = `http://127.0.0.1:${port}`;
  const logFile = openSync(`${dataDir}.log`, "a");
  const began = performance.now();
  const { flags, settings } = startCommand();
  const child = spawn(process.execPath, [...flags, path.join(root, "build/main.js")], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      NODE_ENV: "production",
      ...settings,
      HOST: "127.0.0.1",
      PORT: String(port),
      APP_ORIGIN: baseUrl,
      DATA_DIR: dataDir,
      BRAKES: "off",
      ...env,
    },
    stdio: ["ignore", logFile, logFile],
  });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await firstAnswer(child, baseUrl, `${dataDir}.log`);
  return {
    baseUrl,
    pid: child.pid ?? 0,
    child,
    startMs: performance.now() - began,
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

/** What `npm start` runs: its environment and its flags. `BENCH_PROF=folder` also writes a processor profile of the server when it stops. */
function startCommand() {
  const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const [, settings = "", flags = ""] =
    /^(.*?)\bnode (.*) build\/main\.js$/.exec(scripts.start) ?? [];
  const folder = process.env["BENCH_PROF"];
  const profile = folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
  return {
    flags: [...flags.split(" "), ...profile],
    settings: Object.fromEntries(new URLSearchParams(settings.trim().replaceAll(" ", "&"))),
  };
}

async function firstAnswer(child: ChildProcess, baseUrl: string, logFile: string): Promise<void> {
  const ask = httpClient(baseUrl);
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const answer = await ask("GET", "/connexion").catch(() => null);
    if (answer?.status === 200 && answer.body.includes("</form>")) return;
    await sleep(5);
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not answer: see ${logFile}`);
}
