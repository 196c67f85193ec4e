import { asc, gt } from "drizzle-orm";
import { emissions } from "#db/tenant/schema/emissions";
import { type JournalRow, journal } from "#db/tenant/schema/journal";
import type { Tenant } from "#server/tenancy/tenant";
import { genesisHash, journalHash, sha256 } from "./journal-hash.ts";

const faultCodes = [
  "GAP",
  "PREV_HASH",
  "HASH",
  "CONTENT",
  "XML",
  "MISSING_LINE",
  "MISSING_DOCUMENT",
] as const;

export type ChainFault = {
  readonly code: (typeof faultCodes)[number];
  /** The line that breaks, or null when a document does. */
  readonly journalId: number | null;
  readonly entityId: string | null;
};

export type ChainReport = {
  readonly lines: number;
  readonly documents: number;
  readonly headHash: string;
  /** The first break found, or null: everything holds. */
  readonly fault: ChainFault | null;
};

type Seal = { readonly contentSha256: string; readonly xmlSha256: string };
type Head = { readonly id: number; readonly hash: string };

/** Read in slices, so that the service goes on meanwhile. */
const slice = 500;

/**
 * Recompute everything: each line against the one before, the content and XML of each issued document against the
 * hashes its line sealed, and that each document has its line and each line its document.
 */
export async function verifyChain(tenant: Tenant): Promise<ChainReport> {
  const seals = new Map<string, Seal>();
  const { head, fault } = await verifyLines(tenant, seals);
  const checked = fault ? { documents: 0, fault } : await verifyDocuments(tenant, seals);
  return { lines: head.id, headHash: head.hash, ...checked };
}

async function verifyLines(tenant: Tenant, seals: Map<string, Seal>) {
  let head: Head = { id: 0, hash: genesisHash };
  for await (const row of journalLines(tenant)) {
    const code = lineFault(row, head);
    if (code) return { head, fault: { code, journalId: row.id, entityId: row.entityId } };
    if (row.kind === "facture.issued" || row.kind === "avoir.issued")
      seals.set(row.entityId, JSON.parse(row.payload) as Seal);
    head = row;
  }
  return { head, fault: null };
}

async function* journalLines(tenant: Tenant): AsyncGenerator<JournalRow> {
  let last = 0;
  for (;;) {
    const rows = await tenant.read((db) =>
      db.select().from(journal).where(gt(journal.id, last)).orderBy(asc(journal.id)).limit(slice),
    );
    yield* rows;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < slice) return;
  }
}

function lineFault(row: JournalRow, head: Head) {
  if (row.id !== head.id + 1) return "GAP" as const;
  if (row.prevHash !== head.hash) return "PREV_HASH" as const;
  return journalHash(row) === row.hash ? null : ("HASH" as const);
}

async function verifyDocuments(tenant: Tenant, seals: ReadonlyMap<string, Seal>) {
  let documents = 0;
  for await (const row of issuedDocuments(tenant)) {
    const code = documentFault(row, seals.get(row.factureId));
    if (code) return { documents, fault: { code, journalId: null, entityId: row.factureId } };
    documents += 1;
  }
  if (documents === seals.size) return { documents, fault: null };
  const code = "MISSING_DOCUMENT" as const;
  return { documents, fault: { code, journalId: null, entityId: null } };
}

async function* issuedDocuments(tenant: Tenant): AsyncGenerator<typeof emissions.$inferSelect> {
  let last = "";
  for (;;) {
    const rows = await tenant.read((db) =>
      db
        .select()
        .from(emissions)
        .where(gt(emissions.factureId, last))
        .orderBy(asc(emissions.factureId))
        .limit(slice),
    );
    yield* rows;
    last = rows.at(-1)?.factureId ?? last;
    if (rows.length < slice) return;
  }
}

function documentFault(row: typeof emissions.$inferSelect, seal: Seal | undefined) {
  if (!seal) return "MISSING_LINE" as const;
  if (sha256(row.snapshot) !== seal.contentSha256) return "CONTENT" as const;
  return sha256(row.xml) === seal.xmlSha256 ? null : ("XML" as const);
}
