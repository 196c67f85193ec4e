import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import type { Langue } from "#server/domain/langue";
import type { Control } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";

/** The language of one's pages, on every device. */
export async function chooseLangue(
  { control }: { readonly control: Control },
  langue: Langue,
  { userId }: Pick<Doer, "userId">,
): Promise<void> {
  await control.write((tx) => tx.update(users).set({ langue }).where(eq(users.id, userId)));
}
