/** Doors every procedure passes, where nobody watches and nothing is in maintenance. */
export const quietDoors = {
  veille: { answered: () => {}, failed: () => {} },
  annonces: { maintenance: () => null },
} as const;
