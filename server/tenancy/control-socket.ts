import { once } from "node:events";
import { chmod, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { describeError, type JobLine, type JobRequest, type Jobs } from "./job.ts";
import { dataPaths } from "./paths.ts";
import { TenancyError } from "./tenancy-error.ts";

/** Bytes of a socket's path on Linux (108) and macOS (104), its closing NUL included. */
const longestPath = 103;

export type ControlSocket = { close(): Promise<void> };

/**
 * Lets the scripts of the same machine account hand their jobs to the running service: nobody has to stop it to migrate
 * or to make a super-admin. Only for the process that holds the data directory.
 *
 * @throws TenancyError DATA_DIR_TOO_LONG
 */
export async function openControlSocket<Context>(
  dataDir: string,
  jobs: Jobs<Context>,
  context: Context,
): Promise<ControlSocket> {
  const path = socketPath(dataDir);
  const running = new Set<Promise<void>>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()); // the script was interrupted; its job goes on to its end
    socket.on("close", () => sockets.delete(socket));
    createInterface({ input: socket }).once("line", (line) => {
      const answered = answer(socket, line, jobs, context).finally(() => running.delete(answered));
      running.add(answered);
    });
  });
  await rm(path, { force: true }); // of a holder that was killed
  server.listen(path);
  await once(server, "listening");
  await chmod(path, 0o600);
  return {
    async close() {
      const closed = once(server, "close");
      server.close();
      await Promise.all(running);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** @throws TenancyError DATA_DIR_TOO_LONG */
export function socketPath(dataDir: string): string {
  const { socket } = dataPaths(dataDir);
  if (Buffer.byteLength(socket) > longestPath) {
    throw new TenancyError("DATA_DIR_TOO_LONG", `${socket} exceeds ${longestPath} bytes`);
  }
  return socket;
}

async function answer<Context>(
  socket: Socket,
  line: string,
  jobs: Jobs<Context>,
  context: Context,
): Promise<void> {
  const say = (message: JobLine) => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  try {
    const { job, args } = JSON.parse(line) as JobRequest;
    const result = await findJob(jobs, job)(context, args, (progress) => say({ progress }));
    say({ result: result ?? null });
  } catch (cause) {
    say({ error: describeError(cause) });
  }
  socket.end();
}

/** @throws TenancyError JOB_UNKNOWN */
export function findJob<Context>(jobs: Jobs<Context>, name: string) {
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  if (!job) throw new TenancyError("JOB_UNKNOWN", `no job is called ${JSON.stringify(name)}`);
  return job;
}
