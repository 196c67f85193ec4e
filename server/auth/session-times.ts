const hour = 3_600_000;

/** Nobody used it for that long: the session is over (ASVS 7.3.1). Milliseconds, as everything here. */
const inactivity = 7 * 24 * hour;
/** However used, a session ends that long after the login (ASVS 7.3.2). */
export const absoluteCap = 30 * 24 * hour;
/** The operator's staff can do more harm: half an hour, and half a day. */
const staff = { inactivity: hour / 2, absoluteCap: 12 * hour };
/** A session seen again sooner is not written again: reading a page costs no write. */
export const touchInterval = 60_000;

type Lived = {
  readonly createdAt: number;
  readonly seenAt: number;
  readonly isSuperAdmin: boolean;
};

/** When a session ends: seconds since 1970, the unit of the column. */
export function expiryOf({ createdAt, seenAt, isSuperAdmin }: Lived): number {
  const limits = isSuperAdmin ? staff : { inactivity, absoluteCap };
  return Math.floor(Math.min(seenAt + limits.inactivity, createdAt + limits.absoluteCap) / 1000);
}
