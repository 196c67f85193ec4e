import { asc, eq, gt } from "drizzle-orm";
import { archives } from "#db/tenant/schema/archives";
import { emissions } from "#db/tenant/schema/emissions";
import { type JournalRow, journal } from "#db/tenant/schema/journal";
import { origines } from "#db/tenant/schema/origines";
import type { Tenant, TenantDb } from "#server/tenancy/tenant";
import { genesisHash, journalHash, sha256 } from "./journal-hash.ts";
import { originHash } from "./origins.ts";

const faultCodes = [
  "GAP",
  "PREV_HASH",
  "HASH",
  "CONTENT",
  "XML",
  "ARCHIVE",
  "MISSING_LINE",
  "MISSING_DOCUMENT",
  "ORIGIN",
] as const;

type ChainFault = {
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
/** What the journal sealed: of each document its content and XML, then its PDF once drawn. */
type Seals = { readonly documents: Map<string, Seal>; readonly archives: Map<string, string> };
type Head = { readonly id: number; readonly hash: string };

/** Read in slices, so that the service goes on meanwhile. */
const slice = 500;

/**
 * Recompute everything: each line against the one before, the content and XML of each issued document against the
 * hashes its line sealed, the name of its PDF too, and that each document has its line and each line its document. The
 * PDF's own bytes are checked whenever they are read.
 */
export async function verifyChain(tenant: Tenant): Promise<ChainReport> {
  const seals: Seals = { documents: new Map(), archives: new Map() };
  const { head, fault } = await verifyLines(tenant, seals);
  const checked = fault ? { documents: 0, fault } : await verifyDocuments(tenant, seals);
  const broken = checked.fault ?? (await originFault(tenant));
  return { lines: head.id, headHash: head.hash, ...checked, fault: broken };
}

/** The addresses still kept are those the lines were chained with; those of more than a year ago are forgotten. */
async function originFault(tenant: Tenant): Promise<ChainFault | null> {
  const rows = await tenant.read((db) => db.select().from(origines));
  const isBroken = rows.some(({ id, ...row }) => originHash(row) !== id);
  return isBroken ? { code: "ORIGIN", journalId: null, entityId: null } : null;
}

async function verifyLines(tenant: Tenant, seals: Seals) {
  let head: Head = { id: 0, hash: genesisHash };
  for await (const row of journalLines(tenant)) {
    const code = lineFault(row, head);
    if (code) return { head, fault: { code, journalId: row.id, entityId: row.entityId } };
    keepSeal(row, seals);
    head = row;
  }
  return { head, fault: null };
}

function keepSeal({ kind, entityId, payload }: JournalRow, { documents, archives }: Seals): void {
  if (kind === "facture.issued" || kind === "avoir.issued")
    documents.set(entityId, JSON.parse(payload) as Seal);
  if (kind === "facture.archived")
    archives.set(entityId, (JSON.parse(payload) as { pdfSha256: string }).pdfSha256);
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

async function verifyDocuments(tenant: Tenant, seals: Seals) {
  let documents = 0;
  for await (const row of issuedDocuments(tenant)) {
    const code = documentFault(row, seals);
    if (code) return { documents, fault: { code, journalId: null, entityId: row.factureId } };
    documents += 1;
  }
  if (documents === seals.documents.size) return { documents, fault: null };
  const code = "MISSING_DOCUMENT" as const;
  return { documents, fault: { code, journalId: null, entityId: null } };
}

type Document = Awaited<ReturnType<typeof documentsAfter>>[number];

async function* issuedDocuments(tenant: Tenant): AsyncGenerator<Document> {
  let last = "";
  for (;;) {
    const rows = await tenant.read((db) => documentsAfter(db, last));
    yield* rows;
    last = rows.at(-1)?.factureId ?? last;
    if (rows.length < slice) return;
  }
}

const documentsAfter = (db: TenantDb, last: string) =>
  db
    .select({
      factureId: emissions.factureId,
      snapshot: emissions.snapshot,
      xml: emissions.xml,
      pdfSha256: archives.pdfSha256,
    })
    .from(emissions)
    .leftJoin(archives, eq(archives.factureId, emissions.factureId))
    .where(gt(emissions.factureId, last))
    .orderBy(asc(emissions.factureId))
    .limit(slice);

function documentFault({ factureId, snapshot, xml, pdfSha256 }: Document, seals: Seals) {
  const seal = seals.documents.get(factureId);
  if (!seal) return "MISSING_LINE" as const;
  if (sha256(snapshot) !== seal.contentSha256) return "CONTENT" as const;
  if (sha256(xml) !== seal.xmlSha256) return "XML" as const;
  const isArchive = pdfSha256 === (seals.archives.get(factureId) ?? null);
  return isArchive ? null : ("ARCHIVE" as const);
}
