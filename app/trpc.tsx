import { QueryClient } from "@tanstack/react-query";
import {
  createTRPCUntypedClient,
  httpBatchStreamLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { ErrorData } from "#server/api/format-error";
import type { AppRouter } from "#server/api/root";
import { wire } from "#server/domain/wire";
import { connectionLink } from "./connection";
import { createDrawingHooks } from "./drawing-hooks";
import { ownActsLink } from "./own-acts";
import { sessionLossLink } from "./session-loss";

/** Door 1: typed hooks for the browser. The only file that names `AppRouter`. */
export const trpc = import.meta.env.SSR
  ? (createDrawingHooks() as ReturnType<typeof createTRPCReact<AppRouter>>)
  : createTRPCReact<AppRouter>();

type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

/** "factures.issue" | "clients.list" | …; an unknown path does not compile. */
export type ProcedurePath = {
  [R in keyof RouterInputs & string]: `${R}.${keyof RouterInputs[R] & string}`;
}[keyof RouterInputs & string];

export type InputOf<P extends ProcedurePath> = P extends `${infer R}.${infer K}`
  ? R extends keyof RouterInputs
    ? K extends keyof RouterInputs[R]
      ? RouterInputs[R][K]
      : never
    : never
  : never;

export type OutputOf<P extends ProcedurePath> = P extends `${infer R}.${infer K}`
  ? R extends keyof RouterOutputs
    ? K extends keyof RouterOutputs[R]
      ? RouterOutputs[R][K]
      : never
    : never
  : never;

export type Failure = ErrorData & { readonly offline: boolean };

/** What went wrong, whatever threw: a refusal of the server, or no server at all. */
export function failureOf(error: unknown): Failure {
  if (error instanceof TRPCClientError && isErrorData(error.data))
    return { ...error.data, offline: false };
  return { refusal: null, details: {}, problems: [], requestId: null, offline: true };
}

/** HTTP status of a refused call; 500 for anything else. */
export function statusOf(error: unknown): number {
  const data =
    error instanceof TRPCClientError ? (error.data as { httpStatus?: number } | null) : null;
  return data?.httpStatus ?? 500;
}

const isErrorData = (data: unknown): data is ErrorData =>
  typeof data === "object" && data !== null && "problems" in data && "refusal" in data;

const url = "/api/trpc";

/** Every call says which société the page is on; a tab left on another one is refused (409). */
function links(societeId: () => string | null) {
  const headers = () => {
    const id = societeId();
    return { "x-trpc-source": "web", ...(id ? { "x-societe": id } : {}) };
  };
  return [
    connectionLink<AppRouter>(),
    sessionLossLink<AppRouter>(),
    ownActsLink<AppRouter>(),
    splitLink({
      condition: (op) => op.type === "subscription",
      true: httpSubscriptionLink({
        url,
        transformer: wire,
        connectionParams: () => ({ societe: societeId() ?? "" }),
      }),
      false: splitLink({
        // A stream sends its headers first: the cookie of a mutation would be lost.
        condition: (op) => op.type === "mutation",
        true: httpLink({ url, transformer: wire, headers }),
        // Both bounds are the server's.
        false: httpBatchStreamLink({
          url,
          transformer: wire,
          headers,
          maxItems: 10,
          maxURLLength: 8_000,
        }),
      }),
    }),
  ];
}

export const createReactClient = (societeId: () => string | null) =>
  trpc.createClient({ links: links(societeId) });

/** The same API without hooks, for `Write`. */
export const createPlainClient = (societeId: () => string | null) =>
  createTRPCUntypedClient<AppRouter>({ links: links(societeId) });

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => failureOf(error).offline && count < 3,
      },
    },
  });
