/** Comfortable or compact rows, from the request's cookies: the first page is already right. */
export const isDenseIn = (request: Request): boolean =>
  /(?:^|;\s*)densite=serree(?:;|$)/.test(request.headers.get("cookie") ?? "");

/** Kept for a year on this device; holds no secret. */
export function keepDensity(isDense: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `densite=${isDense ? "serree" : "aeree"}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
