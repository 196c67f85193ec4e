import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

const databaseCopy = z.object({
  sha256,
  bytes: count,
  schemaVersion: count,
  tables: z.record(z.string(), z.object({ rows: count, sha256 })),
});

/** All of one société: its database, and the files of its archive. Kept as an object of its own. */
export const societeManifest = z.object({
  version: z.literal(1),
  societeId: z.string().regex(/^[0-9a-f]{32}$/),
  at: count,
  database: databaseCopy,
  archives: z.array(z.object({ kind: z.enum(["pdf", "png"]), sha256, bytes: count })),
});

/** One backup of the service: the control database, and where each société's manifest is. Written last, whole. */
export const fleetManifest = z.object({
  version: z.literal(1),
  id: z.string().regex(/^\d{8}T\d{6}Z-[0-9a-f]{6}$/),
  startedAt: count,
  endedAt: count,
  control: databaseCopy,
  societes: z.array(
    z.object({
      societeId: z.string(),
      slug: z.string(),
      generation: count,
      manifestSha256: sha256,
      bytes: count,
    }),
  ),
  /** Those that could not be copied, and why: their last good copy is in an earlier backup. */
  failed: z.array(z.object({ societeId: z.string(), slug: z.string(), why: z.string() })),
});

export type SocieteManifest = z.infer<typeof societeManifest>;
export type FleetManifest = z.infer<typeof fleetManifest>;
