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
  if (typeof value !== "object" || value === null) return writeScalar(value);
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  return writeObject(value as Readonly<Record<string, Json>>);
}

function writeObject(value: Readonly<Record<string, Json | undefined>>): string {
  let members = "";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += `${members === "" ? "" : ","}${writeScalar(key)}:${write(member)}`;
  }
  return `{${members}}`;
}

/** Most texts: nothing JSON escapes, nothing that could be half of a character. */
const plain = /^[ !#-[\]-~\u00a0-\u024f]*$/;

function writeScalar(value: unknown): string {
  if (typeof value === "string" && plain.test(value)) return `"${value}"`;
  const isText = typeof value === "string" && value.isWellFormed();
  const isNumber = typeof value === "number" && Number.isFinite(value);
  if (value === null || typeof value === "boolean" || isText || isNumber)
    return JSON.stringify(value);
  throw new TypeError(`no canonical JSON for a ${typeof value}`);
}
