import { isNull } from "drizzle-orm";
import { type Annonce, annonces } from "#db/control/schema/annonces";
import { etatAnnonce, niveauxAnnonce } from "#server/domain/annonce";
import { bus } from "#server/journal/bus";
import type { Control } from "#server/tenancy/control";
import { type Maintenance, readMaintenance } from "./maintenance.ts";

/** What every page shows above its content: kept in memory, since every page asks, and one process serves. */
export type Annonces = Awaited<ReturnType<typeof openAnnonces>>;

export async function openAnnonces(control: Control) {
  let kept: readonly Annonce[] = [];
  let maintenance: Maintenance | null = null;

  /** Those that are not taken back, and whether the service only reads. */
  async function load(): Promise<void> {
    kept = await control.read((db) => db.select().from(annonces).where(isNull(annonces.endedAt)));
    maintenance = await readMaintenance(control);
  }
  await load();

  return {
    /** Shown at this instant, the most pressing first. */
    current: (at: number): Annonce[] =>
      kept
        .filter((one) => etatAnnonce(one, at) === "affichee")
        .sort((a, b) => weight(b) - weight(a) || b.fromAt - a.fromAt),
    /** Null: the service reads and writes. */
    maintenance: () => maintenance,
    /** After a change: what is kept is read again, and open pages ask again. */
    async refresh(): Promise<void> {
      await load();
      bus.tellEverybody({ id: 0, kind: "annonce.changed", entityId: "" });
    },
  };
}

const weight = ({ niveau }: Annonce) => niveauxAnnonce.indexOf(niveau);
