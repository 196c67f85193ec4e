import { type Answer, type HttpClient, httpClient } from "./http-client.ts";

export type BenchSession = {
  readonly societeId: string;
  readonly cookie: string;
  /** A page as a browser asks for it. */
  page(path: string): Promise<Answer>;
  query<T>(procedure: string, input?: unknown): Promise<T>;
  mutate<T>(procedure: string, input: unknown): Promise<T>;
};

type Login = { readonly username: string; readonly password: string };

/** The answer of a procedure that refused, or failed. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  readonly status: number;
  readonly refusal: string | null;

  constructor(procedure: string, { status, body }: Answer) {
    super(`${procedure}: ${status} ${body.toString("utf8").slice(0, 400)}`);
    this.status = status;
    this.refusal = /"refusal":"([A-Z_]+)"/.exec(body.toString("utf8"))?.[1] ?? null;
  }
}

/** Log in once; every later call reuses the cookie, as one browser would. */
export async function openBenchSession(
  baseUrl: string,
  login: Login,
  sent: Record<string, string> = {},
): Promise<BenchSession> {
  const ask = httpClient(baseUrl);
  const input = { identifiant: login.username, password: login.password };
  const answer = await callOnce(ask, baseUrl, "auth.login", input, sent);
  if (answer.status !== 200) throw new CallFailed("auth.login", answer);
  const cookie = [answer.headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
  const me = await ask("GET", "/api/trpc/auth.me", { cookie });
  const { member } = unwrap<{ member: { societeId: string } }>("auth.me", me);
  const headers = { cookie, "x-societe": member.societeId };
  return {
    societeId: member.societeId,
    cookie,
    page: (path) =>
      ask("GET", path, { cookie, accept: "text/html", "sec-fetch-site": "same-origin" }),
    async query(procedure, query = {}) {
      const wrapped = encodeURIComponent(JSON.stringify({ json: query }));
      const path = `/api/trpc/${procedure}?input=${wrapped}`;
      return unwrap(procedure, await ask("GET", path, headers));
    },
    mutate: async (procedure, given) =>
      unwrap(procedure, await callOnce(ask, baseUrl, procedure, given, headers)),
  };
}

/** One mutation, with what a browser sends. */
export function callOnce(
  ask: HttpClient,
  origin: string,
  procedure: string,
  input: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const body = JSON.stringify({ json: input });
  const sent = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "x-trpc-source": "bench",
    origin,
    ...headers,
  };
  return ask("POST", `/api/trpc/${procedure}`, sent, body);
}

function unwrap<T>(procedure: string, answer: Answer): T {
  if (answer.status !== 200) throw new CallFailed(procedure, answer);
  const { result } = JSON.parse(answer.body.toString("utf8")) as { result: { data: { json: T } } };
  return result.data.json;
}
