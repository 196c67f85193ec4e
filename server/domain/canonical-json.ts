type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one text of a value, for hashing (RFC 8785): keys sorted by UTF-16 code units, no space, numbers as ECMAScript
 * writes them, absent (`undefined`) properties left out.
 *
 * @throws TypeError on what JSON cannot hold: NaN, Infinity, bigint, functions, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  return write(value as Json);
}

function write(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (value !== null && typeof value === "object") return writeObject(value);
  return writeScalar(value);
}

function writeObject(value: object): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeScalar(key)}:${write(member)}`);
  return `{${members.join(",")}}`;
}

function writeScalar(value: unknown): string {
  const isText = typeof value === "string" && value.isWellFormed();
  const isNumber = typeof value === "number" && Number.isFinite(value);
  if (value === null || typeof value === "boolean" || isText || isNumber)
    return JSON.stringify(value);
  throw new TypeError(`no canonical JSON for a ${typeof value}`);
}
