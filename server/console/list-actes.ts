import { asc, desc, eq, gt, lt } from "drizzle-orm";
import { actes } from "#db/control/schema/actes";
import { societes } from "#db/control/schema/societes";
import { genesisHash } from "#server/journal/journal-hash";
import { decodeCursor, encodeCursor } from "#server/recherche/keyset";
import type { Control } from "#server/tenancy/control";
import { acteHash } from "./record-acte.ts";

const pageSize = 50;

/**
 * What the staff did, the latest first.
 *
 * @throws Refusal CURSOR_INVALID
 */
export function listActes(control: Control, cursor: string | null) {
  const [before] = cursor === null ? [] : decodeCursor(cursor, ["number"]);
  return control.read(async (db) => {
    const rows = await db
      .select({ acte: actes, societe: societes.nom })
      .from(actes)
      .leftJoin(societes, eq(societes.id, actes.societeId))
      .where(before === undefined ? undefined : lt(actes.id, Number(before)))
      .orderBy(desc(actes.id))
      .limit(pageSize + 1);
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return {
      rows: page.map(({ acte, societe }) => {
        const { id, at, kind, actorNom, societeId, reason, details } = acte;
        const told = JSON.parse(details) as Readonly<Record<string, unknown>>;
        return { ...{ id, at, kind, actorNom, societeId, societe, reason }, details: told };
      }),
      cursor: last ? encodeCursor([last.acte.id]) : null,
      total: null,
    };
  });
}

/** Read in slices, so that the service goes on meanwhile. */
const slice = 500;

/** Recompute the whole chain. @returns how many lines hold, and the first that does not */
export async function verifyActes(control: Control) {
  let last = { id: 0, hash: genesisHash };
  for (;;) {
    const rows = await control.read((db) =>
      db.select().from(actes).where(gt(actes.id, last.id)).orderBy(asc(actes.id)).limit(slice),
    );
    for (const row of rows) {
      const isNext = row.id === last.id + 1 && row.prevHash === last.hash;
      if (!isNext || acteHash(row) !== row.hash) return { lines: last.id, broken: row.id };
      last = row;
    }
    if (rows.length < slice) return { lines: last.id, broken: null };
  }
}
