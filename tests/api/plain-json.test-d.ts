/**
 * Checked by tsc, never run: a procedure that answers, or takes, what JSON does not say as it stands does not compile here.
 */
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root";

// biome-ignore lint/complexity/noBannedTypes: any of them.
type Unsaid = Date | Map<unknown, unknown> | Set<unknown> | bigint | symbol | RegExp | Function;

type Said = string | number | boolean | null | undefined;

/** Where something unsaid is, as a path; never where there is nothing. */
type Found<T, At extends string = ""> = T extends Said
  ? never
  : T extends Unsaid
    ? At
    : T extends AsyncIterable<infer Event>
      ? Found<Event, At>
      : T extends readonly (infer Item)[]
        ? Found<Item, `${At}[]`>
        : T extends object
          ? { [K in keyof T & string]: Found<T[K], `${At}.${K}`> }[keyof T & string]
          : never;

declare function assertNone<_Places extends never>(): void;

/** The types of passkeys name extensions that hold bytes; none is asked for. */
type Extensions = `${string}.extensions.${string}`;

assertNone<Exclude<Found<inferRouterOutputs<AppRouter>>, Extensions>>();
assertNone<Found<inferRouterInputs<AppRouter>>>();
