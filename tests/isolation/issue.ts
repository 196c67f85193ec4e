import { randomUUID } from "node:crypto";
import type { StaffedSociete } from "../support/a-staffed-societe.ts";
import { aContent, aLigne } from "../support/facture-fixtures.ts";
import { client, produit } from "./furnish.ts";

type Ref = { readonly factureId: string };
type Drafted = Ref & { readonly version: number };

export async function aClient(of: StaffedSociete): Promise<{ clientId: string }> {
  return (await of.call("clients.create", client(of, 9))) as { clientId: string };
}

export async function aProduit(of: StaffedSociete): Promise<{ produitId: string }> {
  return (await of.call("produits.create", produit(of, 9))) as { produitId: string };
}

type Parties = { readonly clientId: string; readonly produitId: string };
const regulars = new Map<StaffedSociete, Promise<Parties>>();

/** The client and the produit most documents of a société are made with. */
function regularsOf(of: StaffedSociete): Promise<Parties> {
  const found = regulars.get(of) ?? Promise.all([aClient(of), aProduit(of)]).then(merged);
  regulars.set(of, found);
  return found;
}

const merged = ([{ clientId }, { produitId }]: [{ clientId: string }, { produitId: string }]) => ({
  clientId,
  produitId,
});

/** A sheet whose client, produit and words are this société's. */
export async function content(of: StaffedSociete) {
  const { clientId, produitId } = await regularsOf(of);
  const lignes = [aLigne({}, { designation: `Ligne ${of.mark}`, produitId })];
  return aContent({ clientId, subject: `Objet ${of.mark}`, lignes });
}

export async function aBrouillon(of: StaffedSociete): Promise<Drafted> {
  const drafted = await of.call("factures.draft", { content: await content(of) });
  const { factureId, version } = drafted as Drafted;
  return { factureId, version };
}

export const aKey = () => ({ idempotencyKey: randomUUID() });

export async function anIssuedFacture(of: StaffedSociete): Promise<Ref & { number: string }> {
  const issued = await of.call("factures.issueContent", { content: await content(of), ...aKey() });
  const { factureId, number } = issued as Ref & { number: string };
  return { factureId, number };
}

export const onlyRef = ({ factureId }: Ref): Ref => ({ factureId });

export const aPayment = async (of: StaffedSociete) => ({
  ...onlyRef(await anIssuedFacture(of)),
  amount: 1_000,
  method: "virement",
  receivedOn: "2026-01-05",
  reference: `Virement ${of.mark}`,
  ...aKey(),
});

export async function aReglement(of: StaffedSociete): Promise<{ reglementId: string }> {
  const { reglementId } = (await of.call("reglements.record", await aPayment(of))) as {
    reglementId: string;
  };
  return { reglementId };
}

export const aCancellation = async (of: StaffedSociete) => ({
  ...onlyRef(await anIssuedFacture(of)),
  motif: `Erreur ${of.mark}`,
  ...aKey(),
});

export const aCredit = async (of: StaffedSociete) => ({
  ...(await aCancellation(of)),
  lignes: [],
  montants: [{ groupe: 0, amountHt: 100 }],
});
