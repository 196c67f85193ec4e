import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";

/**
 * A Node server that waits for nobody: the headers of a request come within 20 s and the whole of it within a minute,
 * looked at every 5 s; whoever sends them drop by drop is cut. Answers (a live stream) may last.
 *
 * @param limits shorter ones, for the tests
 */
export function createHttpServer(listener: RequestListener, limits: ServerOptions = {}): Server {
  const server = createServer(
    {
      headersTimeout: 20_000,
      requestTimeout: 60_000,
      connectionsCheckingInterval: 5_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1_024,
      ...limits,
    },
    listener,
  );
  server.maxHeadersCount = 100;
  return server;
}
