import type { TestProject } from "vitest/node";
import { startServer } from "./start-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    baseUrl: string;
    dataDir: string;
  }
}

/**
 * One built server for all browser journeys; each journey registers its own société. It believes the address each visitor
 * says to come from, as behind a proxy: the brakes per address are those of one person.
 */
export default async function setup(project: TestProject) {
  const server = await startServer({ env: { FLY_APP_NAME: "journeys" } });
  project.provide("baseUrl", server.baseUrl);
  project.provide("dataDir", server.dataDir);
  return () => server.stop();
}
