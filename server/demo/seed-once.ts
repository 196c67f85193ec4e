import { eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import type { Doors } from "#server/doors";
import { newId } from "#server/id";
import { StartRefused } from "#server/start-refused";
import { admitDemoStaff } from "./admit-demo-staff.ts";
import { atelierLenoir, boulangerieMartin } from "./demo-trades.ts";
import { seedEditeur } from "./seed-editeur.ts";
import { seedSociete } from "./seed-societe.ts";
import { subscribeDemo } from "./subscribe-demo.ts";

const started = "demo.started";
const completed = "demo.completed";

/**
 * Furnish the demonstration once, through the product's own use cases. A start cut half-way is taken up where it
 * stopped. In production nothing is seeded, and a directory that holds a demonstration is refused: its passwords are public.
 *
 * @throws StartRefused
 */
export async function seedOnce(doors: Doors): Promise<void> {
  const { env } = doors;
  if (env.APP_MODE === "production") {
    if (await isNoted(doors, started))
      throw new StartRefused(
        "DATA_DIR: it holds the demonstration, whose logins are public. Give production a directory of its own.",
      );
    return;
  }
  if (await isNoted(doors, completed)) return;
  if (!(await isNoted(doors, started))) await note(doors, started);
  process.stdout.write("FacturePro: furnishing the demonstration…\n");
  await seedEditeur(doors);
  for (const trade of [atelierLenoir, boulangerieMartin]) await seedSociete(doors, trade);
  await admitDemoStaff(doors);
  await subscribeDemo(doors, atelierLenoir, "pro_mensuel");
  await note(doors, completed);
}

async function isNoted({ control }: Doors, action: string): Promise<boolean> {
  return (await control.read((db) => db.$count(audit, eq(audit.action, action)))) > 0;
}

async function note({ control, clock }: Doors, action: string): Promise<void> {
  await control.write((tx) => tx.insert(audit).values({ id: newId(), at: clock().at, action }));
}
