import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createListener } from "./app.ts";
import { printWelcome } from "./demo/print-welcome.ts";
import { seedOnce } from "./demo/seed-once.ts";
import { openDoors } from "./doors.ts";
import { EnvError, parseEnv } from "./env.ts";
import { wakeRendering } from "./jobs/wake-rendering.ts";
import { log } from "./log.ts";
import { StartRefused } from "./start-refused.ts";

/** Time given to running requests before their sockets, live streams included, are cut. */
const graceMs = 8_000;

async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const buildDir = import.meta.dirname;
  const doors = await openDoors(env, {
    root: path.dirname(buildDir),
    renderWorker: path.join(buildDir, "render-worker.js"),
  });
  await seedOnce(doors);
  await wakeRendering(doors);

  const serverBuild = pathToFileURL(path.join(buildDir, "server/index.js")).href;
  const remixBuild = (await import(serverBuild)) as ServerBuild;
  const listener = createListener(doors, {
    mode: "production",
    clientDir: path.join(buildDir, "client"),
    remixBuild: async () => remixBuild,
  });
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 }, listener);
  server.maxHeadersCount = 100;
  server.keepAliveTimeout = 65_000;
  server.listen(env.PORT, env.HOST, () => printWelcome(env, server.address()));
  stopGracefully(server, doors);
}

/** Not ready first, then no new connection, running requests finished, databases closed: exit 0. */
function stopGracefully(
  server: ReturnType<typeof createServer>,
  doors: Awaited<ReturnType<typeof openDoors>>,
) {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    doors.beginClosing();
    server.close(() => void doors.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

process.on("unhandledRejection", (reason) => log.error({ err: reason }, "unhandled rejection"));

main().catch((error: unknown) => {
  const expected = error instanceof EnvError || error instanceof StartRefused;
  process.stderr.write(
    `FacturePro did not start. ${expected ? error.message : String((error as Error).stack)}\n`,
  );
  process.exit(1);
});
