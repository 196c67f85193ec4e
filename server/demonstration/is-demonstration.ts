import { and, eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { ControlDb, ControlTx } from "#server/tenancy/control";

/** Whether a société is one to try the product in, gone or not. */
export const isDemonstration = async (
  db: ControlDb | ControlTx,
  societeId: string,
): Promise<boolean> =>
  (await db.$count(societes, and(eq(societes.id, societeId), eq(societes.isDemonstration, true)))) >
  0;
