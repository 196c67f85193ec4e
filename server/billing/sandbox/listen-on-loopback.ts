import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

export type Listening = { readonly port: number; close(): Promise<void> };

/** Answer on a port of 127.0.0.1 that the system picks: nobody outside this machine reaches it. */
export async function listenOnLoopback(
  handle: (request: Request) => Promise<Response>,
): Promise<Listening> {
  const server = createServer(getRequestListener(handle));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port, close };
}
