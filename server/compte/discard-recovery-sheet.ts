import { eq } from "drizzle-orm";
import { recoverySheets } from "#db/control/schema/recovery-codes";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

/** The codes are written down: nobody can look at them again. */
export async function discardRecoverySheet(
  { control }: { readonly control: Control },
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  await control.write((tx) => tx.delete(recoverySheets).where(eq(recoverySheets.userId, userId)));
}
