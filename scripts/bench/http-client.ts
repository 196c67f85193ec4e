import { Agent, request } from "node:http";

export type Answer = {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: NodeJS.Dict<string | string[]>;
};

export type HttpClient = (
  method: "GET" | "POST",
  path: string,
  headers?: Record<string, string>,
  body?: string,
) => Promise<Answer>;

/** Keep-alive HTTP/1.1 on loopback, nothing between us and the socket. */
export function httpClient(baseUrl: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(baseUrl);
  return (method, path, headers = {}, body) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: Buffer.concat(chunks),
            headers: answer.headers,
          }),
        );
      });
      sent.on("error", reject);
      sent.end(body);
    });
}
