import { and, desc, eq, inArray } from "drizzle-orm";
import { facturesEditeur } from "#db/control/schema/factures-editeur";
import { factures } from "#db/tenant/schema/factures";
import { Refusal } from "#server/domain/refusal";
import { getDocument } from "#server/factures/get-document";
import type { Control, ControlDb } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { findEditeur } from "./editeur-societe.ts";

type Doors = { readonly control: Control; readonly tenancy: Pick<Tenancy, "openTenant"> };

/** As many as a société pays in five years. */
const longestList = 60;

/** What the éditeur issued to this société, the latest first; nothing else of the éditeur's books is read. */
export async function listBooked({ control, tenancy }: Doors, societeId: SocieteId) {
  const { editeur, ids } = await control.read(async (db) => ({
    editeur: await findEditeur(db),
    ids: await bookedIds(db, societeId),
  }));
  if (!editeur || ids.length === 0) return [];
  return tenancy.openTenant(editeur).read((db) =>
    db
      .select({
        id: factures.id,
        type: factures.type,
        number: factures.number,
        issuedOn: factures.issuedOn,
        subject: factures.subject,
        totalTtc: factures.totalTtc,
      })
      .from(factures)
      .where(inArray(factures.id, ids))
      .orderBy(desc(factures.stamp), desc(factures.id)),
  );
}

async function bookedIds(db: ControlDb, societeId: SocieteId): Promise<string[]> {
  const rows = await db
    .select({ factureId: facturesEditeur.factureId })
    .from(facturesEditeur)
    .where(and(eq(facturesEditeur.societeId, societeId), eq(facturesEditeur.status, "issued")))
    .orderBy(desc(facturesEditeur.createdAt))
    .limit(longestList);
  return rows.flatMap(({ factureId }) => (factureId === null ? [] : [factureId]));
}

/**
 * One of them for a download: issued to this very société, whoever asks.
 *
 * @throws Refusal FACTURE_NOT_FOUND
 */
export async function getBooked(
  { control, tenancy }: Doors,
  { societeId, factureId }: { readonly societeId: SocieteId; readonly factureId: string },
) {
  const ofSociete = and(
    eq(facturesEditeur.societeId, societeId),
    eq(facturesEditeur.factureId, factureId),
  );
  const { editeur, count } = await control.read(async (db) => ({
    editeur: await findEditeur(db),
    count: await db.$count(facturesEditeur, ofSociete),
  }));
  if (!editeur || count === 0) throw new Refusal("FACTURE_NOT_FOUND");
  return getDocument(tenancy.openTenant(editeur), factureId);
}
