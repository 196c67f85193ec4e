import { getRequestListener } from "@hono/node-server";
import type { Doors } from "./doors.ts";
import { createHttpApp, type HttpOptions } from "./http/http-app.ts";

/** The listener of a Node server over opened doors; what the development server reloads on a change. */
export function createListener(doors: Doors, options: HttpOptions) {
  const app = createHttpApp(doors, options);
  return getRequestListener(app.fetch);
}
