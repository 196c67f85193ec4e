import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createListener } from "#server/app";
import { createHttpServer } from "#server/http/create-http-server";
import { aService, type Service } from "../support/a-service.ts";

let service: Service;
let server: ReturnType<typeof createHttpServer>;

beforeAll(async () => {
  service = await aService();
  const listener = createListener(service.doors, {
    mode: "production",
    remixBuild: () => Promise.reject(new Error("no page is asked here")),
  });
  server = createHttpServer(listener, {
    headersTimeout: 400,
    requestTimeout: 800,
    connectionsCheckingInterval: 100,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await service?.close();
});

/** What the server answers to bytes sent as they are, until it closes. */
async function send(...pieces: readonly string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  const closed = once(socket, "close");
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await closed;
  return answer;
}

const head = "Host: localhost\r\nConnection: close\r\n";

test("the product's own server has every bound set", () => {
  const real = createHttpServer(() => {});
  expect(real).toMatchObject({
    headersTimeout: 20_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    maxHeadersCount: 100,
  });
});

test("headers that never end are not waited for", async () => {
  expect(await send("GET /sante HTTP/1.1\r\nHost: localhost\r\n", "X-A: 1\r\n")).toMatch(
    /^HTTP\/1\.1 408/,
  );
});

test("a body that never comes is not waited for", async () => {
  const post = `POST /api/trpc/auth.login HTTP/1.1\r\n${head}Origin: http://localhost\r\n`;
  const body = "X-Trpc-Source: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{";
  expect(await send(post + body)).not.toMatch(/^HTTP\/1\.1 200/);
});

test("headers too large are refused", async () => {
  const large = await send(`GET /sante HTTP/1.1\r\n${head}X-A: ${"a".repeat(20_000)}\r\n\r\n`);
  expect(large).toMatch(/^HTTP\/1\.1 431/);
});

test("an address too long is refused before anything reads it", async () => {
  const long = await send(`GET /sante?${"a".repeat(9_000)} HTTP/1.1\r\n${head}\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 414/);
});

test.for(["TRACE", "CONNECT", "TRACK"])("%s gives nothing back", async (method) => {
  const answer = await send(`${method} /sante HTTP/1.1\r\n${head}Cookie: session=secret\r\n\r\n`);
  expect(answer).not.toMatch(/^HTTP\/1\.1 200/);
  expect(answer).not.toContain("secret");
});

test("two requests in one are not smuggled", async () => {
  const both = `POST /sante HTTP/1.1\r\n${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`;
  expect(await send(both)).toMatch(/^HTTP\/1\.1 400/);
});

test("a Host that is no name is refused, not failed", async () => {
  for (const host of ["", "a b", "evil\\.example", "[::1", "x".repeat(300)])
    expect(
      await send(`GET /sante HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ).not.toMatch(/^HTTP\/1\.1 5/);
});

test("nothing says what serves", async () => {
  const answer = await send(`GET /sante HTTP/1.1\r\n${head}\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 200/);
  expect(answer).not.toMatch(/^(?:server|x-powered-by):/im);
});
