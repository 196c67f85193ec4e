/** What a log must not hold, wherever a sentence carries it: values of a query, addresses, tokens of links, bank accounts. */
const secrets: readonly (readonly [found: RegExp, told: string])[] = [
  [/\bparams: [\s\S]*/, "params: [secret]"],
  [/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, "[address]"],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g, "[iban]"],
  [/(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{32,}/g, "[token]"],
];

/** A sentence written by a library, fit for the log. Ids and sha-256 in hexadecimal stay: they name, they do not open. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((told, [found, by]) => told.replace(found, by), text);

type Told = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
  readonly cause?: Told;
};

const deepest = 4;

/**
 * An error as the log keeps it: what it is, where it happened and why. Any other property is left out, since libraries hang
 * queries, parameters and whole requests on theirs.
 */
export function describeError(error: unknown, depth = 0): Told {
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutSecrets(String(error)), stack: "" };
  const { code } = error as { readonly code?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === "string" && { code }),
    stack: (error.stack ?? "").match(/^ {4}at .*$/gm)?.join("\n") ?? "",
    ...(error.cause !== undefined &&
      depth < deepest && { cause: describeError(error.cause, depth + 1) }),
  };
}
