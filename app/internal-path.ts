/**
 * Where to go back to, when it is a page of ours; otherwise `fallback`. An address is never followed to another site:
 * `//elsewhere`, `/\elsewhere` and schemes are refused, as is what becomes `//elsewhere` once its dots are resolved
 * (`/.//elsewhere`).
 */
export function internalPath(asked: string | null, fallback: string): string {
  if (!asked?.startsWith("/") || asked.length > 500) return fallback;
  const origin = "http://internal.invalid";
  try {
    const url = new URL(asked, origin);
    return url.origin === origin && !url.pathname.startsWith("//")
      ? url.pathname + url.search + url.hash
      : fallback;
  } catch {
    return fallback;
  }
}
