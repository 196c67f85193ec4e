import { once } from "node:events";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createListener } from "./app.ts";
import { printWelcome } from "./demo/print-welcome.ts";
import { seedOnce } from "./demo/seed-once.ts";
import { type Doors, openDoors } from "./doors.ts";
import { type Env, EnvError, parseEnv } from "./env.ts";
import { createHttpServer } from "./http/create-http-server.ts";
import { log } from "./log.ts";
import { StartRefused } from "./start-refused.ts";
import { TenancyError } from "./tenancy/tenancy-error.ts";
import { startTraces } from "./traces/start-traces.ts";
import { versionOf } from "./version-of.ts";

/** Time given to running requests before their sockets are cut. */
const graceMs = 8_000;

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const buildDir = import.meta.dirname;
  const root = path.dirname(buildDir);
  const stopTraces = await startTraces(env, versionOf(root));
  const doors = await openDoors(env, {
    root,
    renderWorker: path.join(buildDir, "render-worker.js"),
  });
  await seedOnce(doors);

  const serverBuild = pathToFileURL(path.join(buildDir, "server/index.js")).href;
  const remixBuild = (await import(serverBuild)) as ServerBuild;
  const listener = createListener(doors, {
    mode: "production",
    clientDir: path.join(buildDir, "client"),
    remixBuild: async () => remixBuild,
  });
  const server = createHttpServer(listener);
  await listening(server, env);
  printWelcome(env, server.address());
  stopGracefully(server, doors, stopTraces);
  doors.startRound.start();
}

/** @throws StartRefused when the address cannot be listened on */
async function listening(server: Server, { HOST, PORT }: Env): Promise<void> {
  try {
    server.listen(PORT, HOST);
    await once(server, "listening");
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = whyNot[code ?? ""] ?? message;
    throw new StartRefused(`PORT: cannot listen on ${HOST}:${PORT}, ${why}`, { cause });
  }
}

const whyNot: Readonly<Record<string, string>> = {
  EADDRINUSE:
    "another program already does. Stop it, or choose another port (PORT=3001 npm start).",
  EACCES: "this user may not. Choose a port above 1023.",
  EADDRNOTAVAIL: "this machine has no such address. Correct HOST.",
  ENOTFOUND: "this machine knows no such name. Correct HOST.",
};

/** Not ready and no live stream first, then no new connection, running requests finished, databases closed: exit 0. */
function stopGracefully(server: Server, doors: Doors, stopTraces: () => Promise<void>) {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    doors.beginClosing();
    server.close(
      () =>
        void doors
          .close()
          .then(stopTraces)
          .then(() => process.exit(0)),
    );
    // A connection whose last answer has just been sent waits for a next request that must not come.
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

process.on("unhandledRejection", (reason) => log.error({ err: reason }, "unhandled rejection"));

main().catch((error: unknown) => {
  const { message, stack } = error as Error;
  const expected = [EnvError, StartRefused, TenancyError].some((kind) => error instanceof kind);
  process.stderr.write(`FacturePro did not start. ${expected ? message : String(stack)}\n`);
  process.exit(1);
});
