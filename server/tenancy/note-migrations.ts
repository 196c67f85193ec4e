import { eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Control } from "./control.ts";
import { outsideWrite } from "./in-write.ts";
import type { SocieteId } from "./tenant.ts";

type Place = {
  readonly control: Control;
  readonly clock: () => number;
  readonly onTrouble: (societeId: SocieteId, cause: unknown) => void;
};

export type MigrationNotes = ReturnType<typeof noteMigrations>;

/** Keeps the control database's copy of each schema version; the file itself stays the truth, so a loss is harmless. */
export function noteMigrations({ control, clock, onTrouble }: Place) {
  const running = new Set<Promise<void>>();
  return {
    migration(societeId: SocieteId, version: number | null, error: string | null) {
      const noted = {
        ...(version !== null && { schemaVersion: version }),
        migrationState: error ? ("failed" as const) : ("up_to_date" as const),
        migrationError: error,
        migrationAt: clock(),
      };
      const note = outsideWrite(() =>
        control.write((tx) => tx.update(societes).set(noted).where(eq(societes.id, societeId))),
      )
        .then(() => {})
        .catch((cause: unknown) => onTrouble(societeId, cause))
        .finally(() => running.delete(note));
      running.add(note);
    },
    settled: async () => {
      await Promise.all(running);
    },
  };
}
