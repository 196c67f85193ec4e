/** How near a limit is: from 80 % it shows, at 100 % it stops. */
export function gaugeLevel(used: number, limit: number | null): "proche" | "atteint" | undefined {
  if (limit === null) return undefined;
  if (used >= limit) return "atteint";
  return used * 5 >= limit * 4 ? "proche" : undefined;
}
