import type { ZodError, z } from "zod";
import type { Problem } from "#server/domain/refusal";

const ownCode = /^[A-Z][A-Z0-9_]+$/;

/**
 * zod's issues as problems attached to a field. A check of ours names its code as the message (`SIREN_INVALID`);
 * the rejected value itself is never echoed.
 */
export function zodProblems(error: ZodError): Problem[] {
  return error.issues.map((issue) => ({ field: issue.path.join("."), ...codeOf(issue) }));
}

function codeOf(issue: z.core.$ZodIssue): Omit<Problem, "field"> {
  if (ownCode.test(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? { code: "REQUIRED" }
        : { code: `TOO_SMALL_${unit(issue.origin)}`, details: { minimum: String(issue.minimum) } };
    case "too_big":
      return { code: `TOO_BIG_${unit(issue.origin)}`, details: { maximum: String(issue.maximum) } };
    case "unrecognized_keys":
      return { code: "UNKNOWN_FIELD" };
    case "invalid_type":
      return { code: issue.input === undefined ? "REQUIRED" : "INVALID" };
    default:
      return { code: "INVALID" };
  }
}

const unit = (origin: string) =>
  origin === "string" || origin === "array" ? origin.toUpperCase() : "NUMBER";
