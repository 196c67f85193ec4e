import type { MiddlewareHandler } from "hono";
import type { Veille } from "#server/flotte/create-veille";

/** Whose pages have addresses made of words, but for the ids in them. */
const families = new Set(["clients", "compte", "console", "factures", "produits", "reglages"]);
const word = /^[a-z]{1,20}(?:-[a-z]{1,20}){0,4}(?:\.[a-z]{2,4})?$/;

/** « /factures/…/modifier »: no id, no token, no name, nothing of what a stranger types. */
export function placeOf(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  if (!word.test(first)) return first === "" ? "/" : "/…";
  const kept = rest.map((part) => (families.has(first) && word.test(part) ? part : "…"));
  return `/${[first, ...kept].slice(0, 4).join("/")}`;
}

/** Tells the watch how long each request took; the calls of the API tell theirs one by one. */
export const watchRequests =
  (veille: Veille): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.path.startsWith("/api/")) return next();
    const start = performance.now();
    await next();
    const ms = performance.now() - start;
    const societeId = (c.get("societeId") as string | undefined) ?? null;
    veille.answered({ place: `${c.req.method} ${placeOf(c.req.path)}`, societeId, ms });
  };
