import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { findJob, socketPath } from "./control-socket.ts";
import { acquireDataDir } from "./data-dir-lock.ts";
import type { JobLine, JobRequest, Jobs } from "./job.ts";
import { TenancyError } from "./tenancy-error.ts";

/** How long a service that is starting or stopping may take to be reachable or gone, ms. */
const patience = 15_000;

type Opened<Context> = { readonly context: Context; close(): Promise<void> };

export type JobRun<Context> = {
  readonly dataDir: string;
  readonly job: string;
  readonly args?: unknown;
  readonly jobs: Jobs<Context>;
  /** Opens what the jobs work on, when no service runs. The data directory is then held. */
  open(): Promise<Opened<Context>>;
  onProgress?(line: string): void;
};

/** A job that failed inside the running service. */
class JobFailed extends Error {
  override readonly name = "JobFailed";
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code = code;
  }
}

/**
 * Runs a job on a data directory: inside the service that holds it, through its socket, or here when none does.
 *
 * @throws JobFailed, TenancyError DATA_DIR_LOCKED when the holder answers on no socket, and what the job throws
 */
export async function runJob<Context>(run: JobRun<Context>): Promise<unknown> {
  const deadline = performance.now() + patience;
  for (;;) {
    const socket = await connect(run.dataDir);
    if (socket) return askService(socket, run);
    try {
      return await runHere(run);
    } catch (cause) {
      // Held, but no socket yet: a service is starting, or another script is at work.
      if (!isLocked(cause) || performance.now() > deadline) throw cause;
      await sleep(100);
    }
  }
}

const isLocked = (cause: unknown) =>
  cause instanceof TenancyError && cause.code === "DATA_DIR_LOCKED";

async function connect(dataDir: string): Promise<Socket | null> {
  const socket = createConnection(socketPath(dataDir));
  try {
    await once(socket, "connect");
    return socket;
  } catch {
    return null; // no socket, or one left by a killed service
  }
}

async function askService<Context>(socket: Socket, run: JobRun<Context>): Promise<unknown> {
  const request: JobRequest = { job: run.job, args: run.args ?? null };
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const message = JSON.parse(line) as JobLine;
    if ("progress" in message) run.onProgress?.(message.progress);
    else if ("error" in message) throw new JobFailed(message.error);
    else return message.result;
  }
  throw new JobFailed({ code: "INTERRUPTED", message: "the service stopped before the job's end" });
}

async function runHere<Context>(run: JobRun<Context>): Promise<unknown> {
  const job = findJob(run.jobs, run.job);
  const lock = await acquireDataDir(run.dataDir);
  try {
    const { context, close } = await run.open();
    try {
      return (await job(context, run.args ?? null, (line) => run.onProgress?.(line))) ?? null;
    } finally {
      await close();
    }
  } finally {
    await lock.release();
  }
}
