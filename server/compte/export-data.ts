import { and, asc, eq, gt } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { journal } from "#db/tenant/schema/journal";
import type { EquipeDoors } from "#server/equipe/equipe-doors";
import { newId } from "#server/id";
import { log } from "#server/log";
import type { Tenant } from "#server/tenancy/tenant";
import type { Doer } from "./doer.ts";
import { readOwnData } from "./read-own-data.ts";

const pageSize = 2_000;

/**
 * Everything the service keeps of a person, as one JSON text in pieces: their account, then the lines they wrote in the
 * journal of each of their sociétés (number, instant and kind: the rest is the société's). Notes in the audit that it left.
 */
export async function exportData(
  doors: EquipeDoors,
  doer: Doer,
): Promise<AsyncGenerator<string, void>> {
  const { userId, ip, now } = doer;
  const { control } = doors.auth;
  const { data, places } = await readOwnData(doors.auth, doer);
  const line = { id: newId(), at: now.at, action: "user.data_exported", userId, ip };
  await control.write((tx) => tx.insert(audit).values(line));
  return written(doors, { data, places, userId });
}

type Own = Awaited<ReturnType<typeof readOwnData>> & { readonly userId: string };

async function* written(
  { tenancy }: EquipeDoors,
  { data, places, userId }: Own,
): AsyncGenerator<string, void> {
  yield `${JSON.stringify(data, null, 2).slice(0, -2)},\n  "journaux": [`;
  for (const [rank, { societeId, nom }] of places.entries()) {
    yield `${rank === 0 ? "" : ","}\n    { "societe": ${JSON.stringify(nom)}, "lignes": [`;
    const tenant = tenancy.openTenant(societeId);
    let isComplete = true;
    let separator = "\n";
    try {
      for await (const lines of linesOf(tenant, userId)) {
        yield separator + lines.map((one) => `      ${JSON.stringify(one)}`).join(",\n");
        separator = ",\n";
      }
    } catch (err) {
      // Closed for a restore, say: the rest is still given, and the file says what it lacks.
      log.warn({ societeId, err }, "journal left out of somebody's data");
      isComplete = false;
    }
    yield `\n    ], "complet": ${isComplete} }`;
  }
  yield "\n  ]\n}\n";
}

async function* linesOf(tenant: Tenant, userId: string) {
  let after = 0;
  for (;;) {
    const isNext = and(eq(journal.actorId, userId), gt(journal.id, after));
    const rows = await tenant.read((db) =>
      db
        .select({ id: journal.id, at: journal.at, kind: journal.kind })
        .from(journal)
        .where(isNext)
        .orderBy(asc(journal.id))
        .limit(pageSize),
    );
    if (rows.length > 0)
      yield rows.map(({ id, at, kind }) => ({ id, le: new Date(at).toISOString(), acte: kind }));
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id ?? after;
  }
}
