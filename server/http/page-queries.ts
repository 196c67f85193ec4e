import type { createCaller } from "#server/api/root";

type Caller = ReturnType<typeof createCaller>;

type Reading<P> = P extends (...asked: infer A) => Promise<infer D>
  ? {
      readonly fetch: (...asked: A) => Promise<D>;
      /** The page can do without it: a refusal is left unsaid, and the browser asks again. */
      readonly prefetch: (...asked: A) => Promise<void>;
    }
  : never;

/** What a procedure answered while a page was made. */
export type Answer = {
  readonly path: string;
  readonly input: unknown;
  readonly data: unknown;
};

/** The procedures of the API, whose answers are kept for the page. */
export type PageQueries = {
  readonly [R in keyof Caller]: { readonly [P in keyof Caller[R]]: Reading<Caller[R][P]> };
};

type Call = (input?: unknown) => Promise<unknown>;

/** Calls procedures for a page, and notes each answer. */
export function createPageQueries(caller: Caller, note: (answer: Answer) => void): PageQueries {
  const routers = caller as unknown as Record<string, Record<string, Call>>;
  const reading = (router: string, procedure: string) => {
    const read: Call = async (input) => {
      const data = await routers[router]?.[procedure]?.(input);
      note({ path: `${router}.${procedure}`, input, data });
      return data;
    };
    return { fetch: read, prefetch: (input?: unknown) => read(input).catch(() => undefined) };
  };
  return byName((router) => byName((procedure) => reading(router, procedure))) as PageQueries;
}

/** An object whose every property is made from its name. */
const byName = <T>(make: (name: string) => T): Record<string, T> =>
  new Proxy({}, { get: (_, name) => make(String(name)) });
