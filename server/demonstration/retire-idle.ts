import { eq, lt, max, sql } from "drizzle-orm";
import { demonstrations } from "#db/control/schema/demonstrations";
import { memberships } from "#db/control/schema/memberships";
import { demonstrationRestMs } from "#server/domain/demonstration";
import type { Control } from "#server/tenancy/control";
import type { SocieteId } from "#server/tenancy/tenant";
import { retireDemonstration } from "./retire-demonstration.ts";

/** Demonstrations nobody has come into for sixty days are due to be destroyed. */
export async function retireIdle(control: Control, at: number): Promise<void> {
  const { societeId, userId, createdAt } = demonstrations;
  const seen = sql<number>`coalesce(${max(memberships.lastSeenAt)}, ${createdAt})`;
  const idle = await control.read((db) =>
    db
      .select({ societeId, userId })
      .from(demonstrations)
      .leftJoin(memberships, eq(memberships.societeId, societeId))
      .groupBy(societeId)
      .having(lt(seen, at - demonstrationRestMs)),
  );
  for (const one of idle)
    await control.write((tx) =>
      retireDemonstration(tx, { ...one, societeId: one.societeId as SocieteId, at }),
    );
}
