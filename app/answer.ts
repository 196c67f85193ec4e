import { type DehydratedState, hashKey } from "@tanstack/react-query";
import { createContext } from "react";

/** What a procedure answered to a loader. */
export type Answer = {
  readonly path: string;
  readonly input?: unknown;
  readonly data: unknown;
};

/** What one loader has read, and when, ms UTC. */
export type Read = { readonly at: number; readonly answers: readonly Answer[] };

/** What the loaders of the page have read; on the server only, where the page is drawn from it as it stands. */
export const PageAnswersContext = createContext<readonly Answer[]>([]);

/** Answers as the query cache of the browser takes them in, under the keys where the hooks of tRPC look for them. */
export const cacheOf = (reads: readonly Read[]): DehydratedState => ({
  mutations: [],
  queries: reads.flatMap(({ at, answers }) => answers.map((answer) => queryOf(answer, at))),
});

function queryOf({ path, input, data }: Answer, at: number): DehydratedState["queries"][number] {
  const queryKey = [path.split("."), { ...(input !== undefined && { input }), type: "query" }];
  const state = { ...answered, data, dataUpdatedAt: at };
  return { queryKey, queryHash: hashKey(queryKey), dehydratedAt: at, state };
}

/** The state of a query that has been answered once. */
const answered = {
  dataUpdateCount: 1,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  fetchStatus: "idle",
  isInvalidated: false,
  status: "success",
} as const;
