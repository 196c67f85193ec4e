import { langueNamed } from "#server/domain/langue";

/** The language chosen, kept for a year; anything else forgets the choice. Holds no secret. */
export function langueCookie(choice: string): string {
  const langue = langueNamed(choice);
  return `langue=${langue ?? ""}; Path=/; SameSite=Lax; Max-Age=${langue ? 31_536_000 : 0}`;
}
