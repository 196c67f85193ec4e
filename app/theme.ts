const themes = ["clair", "sombre"] as const;
export type Theme = (typeof themes)[number];

/** The theme the person chose, from the request's cookies; null follows the system. */
export function themeOf(request: Request): Theme | null {
  const found = /(?:^|;\s*)theme=(clair|sombre)(?:;|$)/.exec(request.headers.get("cookie") ?? "");
  return (found?.[1] as Theme | undefined) ?? null;
}

/** Kept for a year; « auto » forgets the choice. Holds no secret. */
export function themeCookie(choice: string | null): string {
  const theme = themes.find((one) => one === choice);
  return `theme=${theme ?? ""}; Path=/; SameSite=Lax; Max-Age=${theme ? 31_536_000 : 0}`;
}
