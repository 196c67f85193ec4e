const hour = 3_600_000;

/** Nobody used it for that long: the session is over (ASVS 7.3.1). Milliseconds, as everything here. */
const inactivity = 7 * 24 * hour;
/** However used, a session ends that long after the login (ASVS 7.3.2). */
export const absoluteCap = 30 * 24 * hour;
/** A session seen again sooner is not written again: reading a page costs no write. */
export const touchInterval = 60_000;

/** When a session created at `createdAt` and seen at `seenAt` ends: seconds since 1970, the unit of the column. */
export const expiryOf = (createdAt: number, seenAt: number): number =>
  Math.floor(Math.min(seenAt + inactivity, createdAt + absoluteCap) / 1000);
