import { eq } from "drizzle-orm";
import { abonnements } from "#db/control/schema/abonnements";
import { clients } from "#db/tenant/schema/clients";
import { type ClientInput, clientColumns } from "#server/clients/client-input";
import { createClient } from "#server/clients/create-client";
import { updateClient } from "#server/clients/update-client";
import type { By } from "#server/journal/recorded";
import { loadEmetteur } from "#server/societe/emetteur-view";
import type { Control } from "#server/tenancy/control";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { asClient } from "./as-client.ts";

type Books = {
  readonly control: Control;
  readonly editeur: Tenant;
  readonly openTenant: (societeId: SocieteId) => Tenant;
};

/**
 * The société that pays as a client of the éditeur: made at its first document, then kept as the société describes itself.
 *
 * @returns the client's id in the éditeur's database
 * @throws Refusal CLIENT_INVALID
 */
export async function buyerOf(books: Books, societeId: SocieteId, by: By): Promise<string> {
  const buyer = asClient(await books.openTenant(societeId).read(loadEmetteur));
  const known = await knownBuyer(books, societeId);
  if (!known) return newBuyer(books, societeId, buyer, by);
  const { id: clientId, version } = known;
  const columns = clientColumns(buyer);
  const isSame = Object.entries(columns).every(
    ([name, value]) => known[name as keyof typeof known] === value,
  );
  if (!isSame) await updateClient(books.editeur, { clientId, version, client: buyer }, by);
  return clientId;
}

async function knownBuyer({ control, editeur }: Books, societeId: SocieteId) {
  const [row] = await control.read((db) =>
    db
      .select({ clientId: abonnements.editeurClientId })
      .from(abonnements)
      .where(eq(abonnements.societeId, societeId)),
  );
  const clientId = row?.clientId;
  if (!clientId) return null;
  const [client] = await editeur.read((db) =>
    db.select().from(clients).where(eq(clients.id, clientId)),
  );
  return client ?? null;
}

async function newBuyer(
  { control, editeur }: Books,
  societeId: SocieteId,
  buyer: ClientInput,
  by: By,
): Promise<string> {
  const { clientId } = await createClient(editeur, buyer, by);
  await control.write((tx) =>
    tx
      .update(abonnements)
      .set({ editeurClientId: clientId })
      .where(eq(abonnements.societeId, societeId)),
  );
  return clientId;
}
