import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { type Problem, Refusal, type RefusalCode } from "#server/domain/refusal";
import type { Context } from "./context.ts";
import { zodProblems } from "./zod-problems.ts";

/** What a refused or failed call tells its caller: a code, the fields concerned, a request id. Never internals. */
export type ErrorData = {
  readonly refusal: RefusalCode | null;
  readonly details: Readonly<Record<string, string | number>>;
  readonly problems: readonly Problem[];
  readonly requestId: string | null;
};

export function errorData({ cause }: TRPCError, requestId: string | null): ErrorData {
  if (cause instanceof Refusal)
    return { refusal: cause.code, details: cause.details, problems: cause.problems, requestId };
  const problems = cause instanceof ZodError ? zodProblems(cause) : [];
  return { refusal: null, details: {}, problems, requestId };
}

type Formatted = {
  shape: TRPCDefaultErrorShape;
  error: TRPCError;
  ctx?: Context | undefined;
};

export function formatError({ shape, error, ctx }: Formatted) {
  const { code, httpStatus, path } = shape.data;
  return {
    ...shape,
    message: error.cause instanceof Refusal ? error.cause.code : error.code,
    data: { code, httpStatus, path, ...errorData(error, ctx?.requestId ?? null) },
  };
}
