import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";

const root = path.join(import.meta.dirname, "../..");

export type RunningServer = {
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  stop(): Promise<void>;
};

type Options = { readonly dataDir?: string; readonly env?: Record<string, string> };

/** Start the built app as production does, on a fresh data folder, and wait for its ready line. */
export async function startServer({ dataDir, env = {} }: Options = {}): Promise<RunningServer> {
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), "facturepro-")));
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const child = spawn(process.execPath, [path.join(root, "build/main.js")], {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      NODE_ENV: "production",
      RAYON_NUM_THREADS: "1",
      HOST: "localhost",
      PORT: String(port),
      APP_ORIGIN: baseUrl,
      DATA_DIR: folder,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-100_000);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  await ready(child, () => output);
  return {
    baseUrl,
    dataDir: folder,
    child,
    output: () => output,
    stop: async () => {
      await exited(child, "SIGTERM");
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Send a signal and wait for the process to be gone. */
function exited(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.kill(signal);
  });
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail("did not become ready in 90 s"), 90_000);
    const poll = setInterval(() => {
      if (!output().includes("FacturePro est prêt")) return;
      clearTimeout(timer);
      clearInterval(poll);
      resolve();
    }, 50);
    const fail = (why: string) => {
      clearTimeout(timer);
      clearInterval(poll);
      reject(new Error(`the server ${why}\n${output()}`));
    };
    child.once("exit", (code) => fail(`exited with ${code}`));
  });
}
