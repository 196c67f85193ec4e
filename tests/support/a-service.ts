import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Clock, systemClock } from "#server/clock";
import { type Doors, openDoors } from "#server/doors";
import { parseEnv } from "#server/env";
import { createHttpApp } from "#server/http/http-app";

export const root = path.join(import.meta.dirname, "../..");
export const serviceOrigin = "http://localhost";

const builtPages = path.join(root, "build/server/index.js");
/** Pages are those of `npm run build`; without a build only the other routes can be tried. */
export const hasPages = existsSync(builtPages);

export const loadPages = async (): Promise<ServerBuild> =>
  (await import(pathToFileURL(builtPages).href)) as ServerBuild;

export type Service = {
  readonly doors: Doors;
  readonly dataDir: string;
  /** One HTTP request through every middleware, without a port. */
  request(url: string, init?: RequestInit): Promise<Response>;
  /** The same with a request already made. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
};

type Options = {
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps the brakes on log-in, released otherwise. */
  readonly withThrottles?: boolean;
  /** Issued documents are drawn in the background as in the product; otherwise when somebody asks for them. */
  readonly withDrawing?: boolean;
  /** Stands still at the start of the service unless given. */
  readonly clock?: Clock;
};

/**
 * Every door opened on a new data directory, and the whole HTTP app over them. The clock stands still: a session that
 * is merely looked at changes nothing.
 */
export async function aService({
  env = {},
  withThrottles,
  withDrawing,
  clock,
}: Options = {}): Promise<Service> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "facturepro-service-"));
  const start = systemClock();
  const opened = await openDoors(
    parseEnv({ APP_ORIGIN: serviceOrigin, DATA_DIR: dataDir, ...env }),
    { root, clock: clock ?? (() => start), withoutThrottles: !withThrottles },
  );
  const renderJobs = { ...opened.renderJobs, wake: () => {} };
  const doors = withDrawing ? opened : { ...opened, renderJobs };
  const clientDir = path.join(root, "build/client");
  const app = createHttpApp(doors, {
    mode: "production",
    remixBuild: hasPages ? loadPages : () => Promise.reject(new Error("pages are not built")),
    ...(hasPages && { clientDir }),
  });
  return {
    doors,
    dataDir,
    request: async (url, init) => {
      const headers = new Headers(init?.headers);
      if (!headers.has("host")) headers.set("host", new URL(serviceOrigin).host);
      return app.request(url, { ...init, headers });
    },
    fetch: async (request) => app.fetch(request),
    async close() {
      await doors.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
