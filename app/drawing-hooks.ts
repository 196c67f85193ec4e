import { hashKey } from "@tanstack/react-query";
import { type ReactNode, useContext } from "react";
import { type Answer, PageAnswersContext } from "./answer";

type Query = readonly [path: string, input: unknown];

/**
 * The hooks of tRPC while a page is drawn on the server: a query gives what a loader of the page has read, or waits;
 * nothing is asked, kept or listened to. The real ones make an observer for each hook, a tenth of the cost of a page.
 */
export function createDrawingHooks(): unknown {
  return byName(
    { Provider, createClient: () => null, useUtils: () => null, useQueries },
    (router) => byName({}, (procedure) => hooksOf(`${router}.${procedure}`)),
  );
}

const Provider = ({ children }: { readonly children: ReactNode }) => children;

const hooksOf = (path: string) => ({
  useQuery: (input?: unknown) => resultOf(useContext(PageAnswersContext), [path, input]),
  useSuspenseQuery(input?: unknown) {
    const result = resultOf(useContext(PageAnswersContext), [path, input]);
    if (!result.isSuccess) throw new Error(`no loader has read ${path}`);
    return [result.data, result] as const;
  },
  useMutation: () => ({ ...waiting, status: "idle", isIdle: true, isPending: false }),
  useSubscription: () => ({ status: "idle", data: undefined, error: null }),
});

const paths = byName({}, (router) =>
  byName(
    {},
    (procedure) =>
      (input?: unknown): Query => [`${router}.${procedure}`, input],
  ),
);

function useQueries(ask: (queries: unknown) => readonly Query[]) {
  const answers = useContext(PageAnswersContext);
  return ask(paths).map((query) => resultOf(answers, query));
}

const state = { error: null, isError: false, isFetching: false, isIdle: false } as const;
const waiting = {
  ...state,
  data: undefined,
  status: "pending",
  isPending: true,
  isLoading: true,
  isSuccess: false,
} as const;

function resultOf(answers: readonly Answer[], [path, input]: Query) {
  const found = answers.find((one) => one.path === path && isSame(one.input, input));
  if (!found) return waiting;
  const done = { status: "success", isPending: false, isLoading: false, isSuccess: true } as const;
  return { ...state, ...done, data: found.data };
}

/** As the query cache judges: whatever the order in which an input names its fields. */
const isSame = (a: unknown, b: unknown) => a === b || hashKey([a]) === hashKey([b]);

/** An object with `given`, whose every other property is made from its name, once. */
function byName<T extends object>(given: T, make: (name: string) => unknown): T {
  const made = new Map<PropertyKey, unknown>(Object.entries(given));
  return new Proxy(given, {
    get(_, name) {
      if (!made.has(name)) made.set(name, make(String(name)));
      return made.get(name);
    },
  });
}
