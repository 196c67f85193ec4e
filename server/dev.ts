import { createServer, type RequestListener } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer as createVite } from "vite";
import type { Doors } from "./doors.ts";
import { parseEnv } from "./env.ts";

type DoorsModule = typeof import("./doors.ts");
type AppModule = typeof import("./app.ts");
type SeedModule = typeof import("./demo/seed-once.ts");

const env = parseEnv(process.env);
const server = createServer();
const vite = await createVite({
  configFile: "remix.config.js",
  appType: "custom",
  server: { middlewareMode: true, hmr: { server } },
});

const remixBuild = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;

let loaded: AppModule | undefined;
let doors: Doors | undefined;
let listener: RequestListener = (_, response) => void response.writeHead(503).end();
let reloading = Promise.resolve();

/** ssrLoadModule gives the same module until server/ or db/ changes: only then are the doors reopened. */
async function reload(): Promise<void> {
  const app = (await vite.ssrLoadModule("/server/app.ts")) as AppModule;
  if (app === loaded) return;
  await doors?.close();
  const { openDoors } = (await vite.ssrLoadModule("/server/doors.ts")) as DoorsModule;
  const { seedOnce } = (await vite.ssrLoadModule("/server/demo/seed-once.ts")) as SeedModule;
  doors = await openDoors(env, { root: process.cwd() });
  await seedOnce(doors);
  doors.startRound.start();
  listener = app.createListener(doors, { mode: "development", remixBuild });
  loaded = app;
}

server.on("request", (request, response) =>
  vite.middlewares(request, response, () => {
    reloading = reloading.then(reload, reload);
    reloading.then(
      () => listener(request, response),
      (error: Error) => {
        vite.ssrFixStacktrace(error);
        response.writeHead(500, { "content-type": "text/plain" }).end(error.stack);
      },
    );
  }),
);

server.listen(env.PORT, env.HOST, () => {
  process.stdout.write(`FacturePro (development) on http://localhost:${env.PORT}\n`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void Promise.resolve(doors?.close()).then(() => process.exit(0)));
