import type { Doer } from "#server/compte/doer";
import { Refusal } from "#server/domain/refusal";
import type { DemonstrationDoors } from "./demonstration-doors.ts";
import { findDemonstration } from "./find-demonstration.ts";
import { retireDemonstration } from "./retire-demonstration.ts";

/**
 * This person's demonstration goes, at once and for good. Whoever is in it is out.
 *
 * @throws Refusal DEMONSTRATION_NOT_FOUND
 */
export async function endDemonstration(
  { control, destructions }: DemonstrationDoors,
  { userId, now }: Pick<Doer, "userId" | "now">,
): Promise<void> {
  await control.write(async (tx) => {
    const societeId = await findDemonstration(tx, userId);
    if (!societeId) throw new Refusal("DEMONSTRATION_NOT_FOUND");
    await retireDemonstration(tx, { societeId, userId, at: now.at });
  });
  await destructions.run();
}
