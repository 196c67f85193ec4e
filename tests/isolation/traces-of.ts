import type { StaffedSociete } from "../support/a-staffed-societe.ts";

/** An id or a hash; not the zeros every chain begins with. */
const secret = /^(?!0+$)(?:[0-9a-f]{32}|[0-9a-f]{64})$/;

/**
 * What would show, in an answer, that something of this société went out: its ids and hashes as they stand in its
 * database, its people, its mark. Other sociétés hold none of it.
 */
export function tracesOf(
  { id, mark, staff }: StaffedSociete,
  rows: Readonly<Record<string, readonly unknown[]>>,
): ReadonlySet<string> {
  const kept = Object.values(rows)
    .flat()
    .flatMap((row) => Object.values(row as object))
    .filter((value): value is string => typeof value === "string" && secret.test(value));
  const people = Object.values(staff).flatMap(({ userId, username, email }) => [
    userId,
    username,
    email,
  ]);
  return new Set([id, mark, mark.slice(0, 4).toUpperCase(), ...people, ...kept].map(lower));
}

/** Traces found in `answer` that the caller did not write in `said`. */
export function tracesIn(answer: string, said: string, traces: ReadonlySet<string>): string[] {
  const [text, typed] = [lower(answer), lower(said)];
  return [...traces].filter((trace) => text.includes(trace) && !typed.includes(trace));
}

const lower = (text: string) => text.toLowerCase();
