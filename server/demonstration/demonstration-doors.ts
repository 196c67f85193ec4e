import type { Doors } from "#server/doors";

/** What making a demonstration, and taking it away, work with. */
export type DemonstrationDoors = Pick<
  Doors,
  "control" | "destructions" | "releves" | "renderJobs" | "tenancy"
>;
