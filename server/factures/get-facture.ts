import { and, asc, desc, eq, isNotNull, notInArray } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import { emissions } from "#db/tenant/schema/emissions";
import { type FactureRow, factures } from "#db/tenant/schema/factures";
import { journal } from "#db/tenant/schema/journal";
import { reglements } from "#db/tenant/schema/reglements";
import { soldes } from "#db/tenant/schema/soldes";
import { loadClient } from "#server/clients/load-client";
import type { CalendarDay, Moment } from "#server/domain/calendar-day";
import { settlementOf } from "#server/domain/settlement";
import type { Snapshot } from "#server/domain/snapshot";
import { quietKinds } from "#server/journal/kinds";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { loadCredited } from "./load-credited.ts";
import { loadContent, loadFacture } from "./load-facture.ts";

/**
 * All a page says of one facture or avoir: what was typed, what was frozen, what was paid, what corrects it, what
 * happened to it.
 *
 * @throws Refusal FACTURE_NOT_FOUND
 */
export function getFacture(tenant: Tenant, factureId: string, now: Moment) {
  return tenant.read(async (db) => {
    const row = await loadFacture(db, factureId);
    return {
      facture: factureView(row),
      content: await loadContent(db, row),
      client: row.clientId === null ? null : await loadClient(db, row.clientId),
      ...(await issuedPart(db, row, now.today)),
      timeline: await loadTimeline(db, factureId),
    };
  });
}

function factureView(row: FactureRow) {
  const { id, type, status, number, issuedOn, issuedAt, dueOn, clientId, clientNom } = row;
  const { totalHt, totalTva, totalTtc, version, createdAt, updatedAt, updatedByNom } = row;
  return {
    ...{ id, type, status, number, issuedOn, issuedAt, dueOn, clientId, clientNom },
    ...{ totalHt, totalTva, totalTtc, version, createdAt, updatedAt, updatedByNom },
  };
}

const nothingIssued = {
  snapshot: null,
  emission: null,
  archive: null,
  settlement: null,
  credited: null,
  reglements: [],
  avoirs: [],
  origine: null,
};

async function issuedPart(db: TenantDb, row: FactureRow, today: CalendarDay) {
  if (row.status === "brouillon") return nothingIssued;
  const [emission] = await db.select().from(emissions).where(eq(emissions.factureId, row.id));
  const [archive] = await db.select().from(archives).where(eq(archives.factureId, row.id));
  const { snapshot, emission: seal } = readEmission(emission);
  return {
    snapshot,
    emission: seal,
    archive: archive ? { pdfSha256: archive.pdfSha256, bytes: archive.bytes } : null,
    settlement: await loadSettlement(db, row, today),
    credited: snapshot && row.type === "facture" ? await loadCredited(db, row.id, snapshot) : null,
    reglements: await loadReglements(db, row.id),
    avoirs: await loadAvoirs(db, row.id),
    origine: row.origineId === null ? null : await loadLinked(db, row.origineId),
  };
}

function readEmission(emission: typeof emissions.$inferSelect | undefined) {
  if (!emission) return { snapshot: null, emission: null };
  const { issuedByNom, contentSha256, xmlSha256 } = emission;
  return {
    snapshot: JSON.parse(emission.snapshot) as Snapshot,
    emission: { issuedByNom, contentSha256, xmlSha256 },
  };
}

/** Null for an avoir: it settles its facture. */
async function loadSettlement(db: TenantDb, { id, dueOn }: FactureRow, today: CalendarDay) {
  const [solde] = await db.select().from(soldes).where(eq(soldes.factureId, id));
  if (!solde) return null;
  const { totalTtc, avoirsTtc, regleTtc } = solde;
  return {
    avoirsTtc,
    regleTtc,
    ...settlementOf({ totalTtc, avoirsTtc, regleTtc, dueOn, today }),
  };
}

function loadReglements(db: TenantDb, factureId: string) {
  return db
    .select({
      id: reglements.id,
      amountTtc: reglements.amountTtc,
      method: reglements.method,
      receivedOn: reglements.receivedOn,
      reference: reglements.reference,
      reversesId: reglements.reversesId,
      motif: reglements.motif,
      recordedAt: reglements.recordedAt,
      recordedByNom: reglements.recordedByNom,
    })
    .from(reglements)
    .where(eq(reglements.factureId, factureId))
    .orderBy(asc(reglements.recordedAt), asc(reglements.id));
}

const linked = {
  id: factures.id,
  number: factures.number,
  issuedOn: factures.issuedOn,
  totalTtc: factures.totalTtc,
} as const;

const loadAvoirs = (db: TenantDb, factureId: string) =>
  db
    .select(linked)
    .from(factures)
    .where(and(eq(factures.origineId, factureId), isNotNull(factures.number)))
    .orderBy(asc(factures.id));

async function loadLinked(db: TenantDb, factureId: string) {
  const [found] = await db.select(linked).from(factures).where(eq(factures.id, factureId));
  return found ?? null;
}

async function loadTimeline(db: TenantDb, factureId: string) {
  const rows = await db
    .select({
      id: journal.id,
      at: journal.at,
      kind: journal.kind,
      actorNom: journal.actorNom,
      payload: journal.payload,
    })
    .from(journal)
    .where(and(eq(journal.entityId, factureId), notInArray(journal.kind, [...quietKinds])))
    .orderBy(desc(journal.id))
    .limit(100);
  return rows.map((row) => ({
    ...row,
    payload: JSON.parse(row.payload) as Record<string, unknown>,
  }));
}
