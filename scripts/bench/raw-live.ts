import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createRawIssue } from "./raw-issue.ts";

/**
 * The floor under W9, a process of its own: streams by topic, and the raw transaction of an issue told to those of its
 * topic once it is on disk. Nothing is checked. Prints its port, ends with its parent.
 */
const raw = createRawIssue(process.argv[2] ?? "");
const topics = new Map<string, Set<ServerResponse>>();

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const topic = searchParams.get("topic") ?? "";
  if (pathname === "/live") {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    topics.set(topic, (topics.get(topic) ?? new Set()).add(response));
    return;
  }
  raw.issue();
  const event = `event: message\ndata: ${searchParams.get("id")}\n\n`;
  for (const listener of topics.get(topic) ?? []) listener.write(event);
  response.end();
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
process.on("disconnect", () => process.exit());
