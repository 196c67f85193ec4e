import { eq } from "drizzle-orm";
import { emailChanges } from "#db/control/schema/email-changes";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

/** The address stays what it is; the links already sent open nothing. */
export async function cancelEmailChange(
  { control }: { readonly control: Control },
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  await control.write((tx) => tx.delete(emailChanges).where(eq(emailChanges.userId, userId)));
}
