/** A parameter of the address among the words it may hold; the first one otherwise. */
export function choiceOf<T extends string>(
  params: URLSearchParams,
  name: string,
  allowed: readonly [T, ...T[]],
): T {
  const asked = params.get(name);
  return allowed.find((value) => value === asked) ?? allowed[0];
}

/** An opaque cursor, when it can be one: the address may hold anything. */
export function cursorOf(params: URLSearchParams): string | null {
  const cursor = params.get("suite");
  return cursor && /^[A-Za-z0-9_-]{1,1000}$/.test(cursor) ? cursor : null;
}

/** Says « all of it »: a bare address opens the view its reader chose. */
export const everything = "vue=toutes";

/** What is searched, within what the API takes. */
export const searchOf = (params: URLSearchParams): string =>
  (params.get("q") ?? "").replace(/\p{Cc}/gu, " ").slice(0, 200);
