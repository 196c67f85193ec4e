import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { type ClientRow, clients } from "#db/tenant/schema/clients";
import { factures } from "#db/tenant/schema/factures";
import { type ProduitRow, produits } from "#db/tenant/schema/produits";
import { momentOf } from "#server/clock";
import type { Moment } from "#server/domain/calendar-day";
import { emptyContent } from "#server/domain/empty-content";
import type { FactureContent, LigneDraft } from "#server/domain/facture";
import type { Cents, Quantity, UnitPrice } from "#server/domain/money";
import { cancelFacture } from "#server/factures/cancel-facture";
import { draftFacture } from "#server/factures/draft-facture";
import { issueContent } from "#server/factures/issue-content";
import type { Actor } from "#server/journal/actor";
import { recordReglement } from "#server/reglements/record-reglement";
import type { Tenant } from "#server/tenancy/tenant";
import { type DemoRandom, demoRandom } from "./demo-random.ts";
import type { DemoTrade } from "./demo-trades.ts";

const dayMs = 86_400_000;
const months = 14;
/** The last ones stay brouillons: a newcomer finds something to issue. */
const brouillons = 6;

type Work = { readonly from: number; readonly actor: Actor; readonly now: Moment };
type Catalogue = { readonly clients: ClientRow[]; readonly produits: ProduitRow[] };

/** Fourteen months of factures, règlements and a few avoirs, each at its own day, in order. Takes up after `from`. */
export async function seedFactures(tenant: Tenant, trade: DemoTrade, { from, actor, now }: Work) {
  const catalogue = await tenant.read(async (db) => ({
    clients: await db.select().from(clients).orderBy(asc(clients.seq)),
    produits: await db.select().from(produits).orderBy(asc(produits.seq)),
  }));
  for (let index = from; index < trade.factures; index++) {
    const random = demoRandom(trade.clients * 100_000 + index);
    const content = demoContent(trade, catalogue, random);
    const left = trade.factures - brouillons - index;
    const age = Math.max(0, Math.floor((months * 30.4 * left) / trade.factures));
    const by = { actor, now: momentOf(now.at - age * dayMs) };
    if (left <= 0) await draftFacture(tenant, { clientId: content.clientId, content }, by);
    else await issueAndFollow(tenant, { content, index, age, random, actor, now });
  }
}

type One = Omit<Work, "from"> & {
  readonly content: FactureContent;
  readonly index: number;
  /** Days since its issue. */
  readonly age: number;
  readonly random: DemoRandom;
};

async function issueAndFollow(tenant: Tenant, { content, index, age, random, actor, now }: One) {
  const at = (days: number) => ({ actor, now: momentOf(now.at - days * dayMs) });
  const key = (act: string) => demoKey(`${act} ${index}`);
  const idempotencyKey = key("issue");
  const { factureId } = await issueContent(tenant, { content, idempotencyKey }, at(age));
  if (random.chance(3)) {
    const motif = "Erreur sur la commande";
    await cancelFacture(tenant, { factureId, motif, idempotencyKey: key("cancel") }, at(age));
    return;
  }
  const delay = random.int(5, 44);
  if (age < delay || random.chance(8)) return;
  const totalTtc = await totalOf(tenant, factureId);
  const paidOn = at(age - delay);
  await recordReglement(
    tenant,
    {
      factureId,
      sens: "encaissement",
      amount: random.chance(9) ? Math.ceil(totalTtc / 2) : totalTtc,
      method: random.pick(["virement", "virement", "carte", "cheque"]),
      receivedOn: paidOn.now.today,
      reference: "",
      idempotencyKey: key("reglement"),
    },
    paidOn,
  );
}

async function totalOf(tenant: Tenant, factureId: string): Promise<Cents> {
  const [row] = await tenant.read((db) =>
    db.select({ totalTtc: factures.totalTtc }).from(factures).where(eq(factures.id, factureId)),
  );
  return row?.totalTtc ?? 0;
}

/** Stable, so that a furnishing cut half-way issues nothing twice. */
const demoKey = (act: string) => {
  const hex = createHash("sha256").update(act).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
};

function demoContent(trade: DemoTrade, catalogue: Catalogue, random: DemoRandom): FactureContent {
  const client = catalogue.clients[random.int(0, catalogue.clients.length - 1)];
  const isDiscounted = random.chance(12);
  return emptyContent({
    clientId: client?.id ?? null,
    subject: random.pick(trade.subjects),
    purchaseOrder: random.chance(20) ? `BC-${random.int(1_000, 9_999)}` : "",
    echeance: { mode: "jours", days: random.pick([15, 30, 30, 30, 45]) },
    lignes: Array.from({ length: random.int(1, 6) }, () => demoLigne(catalogue, random)),
    ajustements: isDiscounted
      ? [{ sens: "remise", mode: "pourcent", valeur: 200, motif: "Remise fidélité" }]
      : [],
  });
}

function demoLigne({ produits: all }: Catalogue, random: DemoRandom): LigneDraft {
  const produit = all[random.int(0, all.length - 1)];
  if (!produit) throw new Error("the demonstration has no produit");
  const { id, designation, unit, unitPriceHt, rate, nature } = produit;
  const quantity = demoQuantity(unit, unitPriceHt, random);
  return {
    kind: "ligne",
    designation,
    description: "",
    quantity,
    unit,
    unitPriceHt,
    rate,
    nature,
    ajustements: [],
    produitId: id,
  };
}

/** Metres and hours by halves, cheap things by the dozen, dear ones by one or two: amounts a trade would see. */
function demoQuantity(unit: string, unitPriceHt: UnitPrice, random: DemoRandom): Quantity {
  if (unit !== "C62") return random.int(2, 40) * 5_000;
  return random.int(1, unitPriceHt > 100_000_000 ? 2 : 24) * 10_000;
}
