import { and, eq, gt } from "drizzle-orm";
import { recoverySheets } from "#db/control/schema/recovery-codes";
import type { AuthDoors } from "#server/auth/auth-doors";
import type { Doer } from "./doer.ts";
import { sheetContext } from "./sheet-context.ts";

type Doors = Pick<AuthDoors, "control" | "seals">;

/** The codes just drawn, until their owner says they are written down; null afterwards, for ever. */
export async function readRecoverySheet(
  { control, seals }: Doors,
  { userId, now }: Pick<Doer, "userId" | "now">,
): Promise<readonly string[] | null> {
  const [sheet] = await control.read((db) =>
    db
      .select()
      .from(recoverySheets)
      .where(and(eq(recoverySheets.userId, userId), gt(recoverySheets.expiresAt, now.at))),
  );
  return sheet ? seals.unseal(sheet.sealed, sheetContext(userId)).split(" ") : null;
}
