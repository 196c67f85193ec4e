import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, test } from "vitest";
import type { AppRouter } from "#server/api/root";
import { connectionLink, isConnectionLost } from "../../app/connection.ts";

type Outcome = { readonly data: unknown } | { readonly error: TRPCClientError<AppRouter> };

/** One call through the link, as `type`, that ends so. */
function call(outcome: Outcome, type: "query" | "subscription" = "query"): void {
  const last: ReturnType<TRPCLink<AppRouter>> = () =>
    observable((observer) => {
      if ("error" in outcome) observer.error(outcome.error);
      else observer.next({ result: { type: "data", data: outcome.data } });
    });
  const op = { id: 1, type, path: "auth.me", input: null, context: {}, signal: null };
  connectionLink<AppRouter>()({})({ op, next: (given) => last({ op: given, next: () => never }) })
    .subscribe({})
    .unsubscribe();
}

const never = observable<never, never>(() => {});
const cut = new TRPCClientError<AppRouter>("Failed to fetch", { cause: new TypeError("fetch") });
const typedOver = new TRPCClientError<AppRouter>("aborted", {
  cause: Object.assign(new Error("aborted"), { name: "AbortError" }),
});
const refused = new TRPCClientError<AppRouter>("REFUSED", {
  result: { error: { data: { refusal: "QUOTA_REACHED", problems: [] } } } as never,
});

test("the connection is lost with a call nobody answered, and back with any answer, a refusal included", () => {
  call({ data: null });
  expect(isConnectionLost()).toBe(false);
  call({ error: cut });
  expect(isConnectionLost()).toBe(true);
  call({ error: refused });
  expect(isConnectionLost()).toBe(false);
});

test("a search typed over and a stream that ends say nothing of the network", () => {
  call({ data: null });
  call({ error: typedOver });
  expect(isConnectionLost()).toBe(false);
  call({ error: cut }, "subscription");
  expect(isConnectionLost()).toBe(false);
});
