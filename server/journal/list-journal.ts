import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { origines } from "#db/tenant/schema/origines";
import { produits } from "#db/tenant/schema/produits";
import { addDays, startOfDayInParis } from "#server/domain/calendar";
import type { CalendarDay } from "#server/domain/calendar-day";
import { deviceOf } from "#server/domain/device-of";
import { decodeCursor, encodeCursor } from "#server/recherche/keyset";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { type JournalGroup, type JournalKind, kindsOf } from "./kinds.ts";

export type JournalSelection = {
  /** Part of a name, of a number, of what was changed. */
  readonly q: string;
  readonly group: JournalGroup | null;
  readonly actorId: string | null;
  readonly entityId: string | null;
  /** Days in Paris, both included. */
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
};

type JournalQuery = JournalSelection & { readonly cursor: string | null };

const pageSize = 50;

/**
 * The journal, latest first: who did what, when, from where, with what it was done to. Addresses of more than a year ago
 * are forgotten: `origin` is then null.
 *
 * @throws Refusal CURSOR_INVALID
 */
export function listJournal(tenant: Tenant, query: JournalQuery, size = pageSize) {
  return tenant.read(async (db) => {
    const rows = await linesOf(db, query, size + 1);
    const page = rows.slice(0, size);
    const last = rows.length > size ? page.at(-1) : undefined;
    return {
      rows: page.map(lineView),
      cursor: last ? encodeCursor([last.id]) : null,
      total: null,
    };
  });
}

const linesOf = (db: TenantDb, query: JournalQuery, limit: number) =>
  db
    .select({
      id: journal.id,
      at: journal.at,
      kind: journal.kind,
      entityId: journal.entityId,
      actorId: journal.actorId,
      actorNom: journal.actorNom,
      payload: journal.payload,
      hash: journal.hash,
      ip: origines.ip,
      agent: origines.agent,
      type: factures.type,
      number: factures.number,
      clientNom: clients.nom,
      designation: produits.designation,
    })
    .from(journal)
    .leftJoin(origines, eq(origines.id, journal.origine))
    .leftJoin(factures, eq(factures.id, journal.entityId))
    .leftJoin(clients, eq(clients.id, journal.entityId))
    .leftJoin(produits, eq(produits.id, journal.entityId))
    .where(and(...filtersOf(query)))
    .orderBy(desc(journal.id))
    .limit(limit);

function filtersOf({ q, group, actorId, entityId, from, until, cursor }: JournalQuery): SQL[] {
  const filters: (SQL | null)[] = [
    group && inArray(journal.kind, kindsOf(group)),
    actorId !== null ? eq(journal.actorId, actorId) : null,
    entityId !== null ? eq(journal.entityId, entityId) : null,
    from !== null ? gte(journal.at, startOfDayInParis(from)) : null,
    until !== null ? lt(journal.at, startOfDayInParis(addDays(until, 1))) : null,
    cursor !== null ? lt(journal.id, Number(decodeCursor(cursor, ["number"])[0])) : null,
    q.trim() === "" ? null : holds(q.trim()),
  ];
  return filters.filter((filter) => filter !== null);
}

/** Looked for as written, whatever the case. Identifiers and hashes of the payload are found too, which harms nobody. */
function holds(q: string): SQL {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const columns = [
    journal.actorNom,
    journal.payload,
    factures.number,
    clients.nom,
    produits.designation,
  ];
  const text = sql.join(
    columns.map((column) => sql`coalesce(${column}, '')`),
    sql` || ' ' || `,
  );
  return sql`${text} LIKE ${like} ESCAPE '\\'`;
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

function lineView({
  ip,
  agent,
  type,
  number,
  clientNom,
  designation,
  payload,
  kind,
  ...line
}: Line) {
  return {
    ...line,
    kind: kind as JournalKind,
    payload: JSON.parse(payload) as Record<string, unknown>,
    origin: ip === null ? null : { ip, ...deviceOf(agent ?? "") },
    /** What it was done to, as it is called today; null: the société itself, or what is gone. */
    about: aboutOf({ type, number, clientNom, designation }),
  };
}

type Names = Pick<Line, "type" | "number" | "clientNom" | "designation">;

function aboutOf({ type, number, clientNom, designation }: Names) {
  if (type !== null) return { what: type, name: number } as const;
  if (clientNom !== null) return { what: "client", name: clientNom } as const;
  return designation === null ? null : ({ what: "produit", name: designation } as const);
}

/** Everybody who ever wrote a line, under the name they last had. */
export function listActors(tenant: Tenant) {
  return tenant.read((db) =>
    db
      .select({ id: journal.actorId, nom: journal.actorNom, last: sql<number>`max(${journal.id})` })
      .from(journal)
      .groupBy(journal.actorId)
      .orderBy(journal.actorNom)
      .limit(200),
  );
}
