/** Whether the preview stands beside the sheet, from the request's cookies: the first page is already right. */
export const isApercuBesideIn = (request: Request): boolean =>
  /(?:^|;\s*)apercu=a-cote(?:;|$)/.test(request.headers.get("cookie") ?? "");

/** Kept for a year on this device; holds no secret. */
export function keepApercu(isBeside: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
  document.cookie = `apercu=${isBeside ? "a-cote" : "non"}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
