import { createClient } from "#server/clients/create-client";
import { tvaNumberOf } from "#server/domain/identifiers";
import type { By } from "#server/journal/recorded";
import { createProduit } from "#server/produits/create-produit";
import { updateEmetteur } from "#server/societe/update-emetteur";
import { updateMarque } from "#server/societe/update-marque";
import type { Tenant } from "#server/tenancy/tenant";
import { demoSiren, demoSiret } from "./demo-identifiers.ts";
import { demoClient } from "./demo-people.ts";
import { demoRandom } from "./demo-random.ts";
import type { DemoTrade } from "./demo-trades.ts";

type From = { readonly clients: number; readonly produits: number };

/** Who the société is, its catalogue and its clients, by its own use cases. Takes up after `from`. */
export async function furnishTrade(tenant: Tenant, trade: DemoTrade, from: From, by: By) {
  await identify(tenant, trade, by);
  for (let index = from.produits; index < produitCount(trade); index++)
    await createProduit(tenant, demoProduit(trade, index), by);
  for (let index = from.clients; index < trade.clients; index++)
    await createClient(tenant, demoClient(trade, index, demoRandom(7_000 + index)), by);
}

async function identify(tenant: Tenant, trade: DemoTrade, by: By): Promise<void> {
  const { nom, formeJuridique, rcs, line1, zip, city, email, phone, assurance } = trade;
  const siren = demoSiren(trade.clients);
  await updateEmetteur(
    tenant,
    "identite",
    {
      nom,
      formeJuridique,
      isEi: false,
      siren,
      siret: demoSiret(siren),
      rcs,
      capital: trade.capitalEuros * 100,
      address: { line1, line2: "", zip, city, country: "FR" },
      email,
      phone,
      website: "",
      assurance,
    },
    by,
  );
  const { exigibilite, iban, bic, accent, second, template } = trade;
  const tvaNumber = tvaNumberOf(siren);
  const tva = { tvaNumber, regime: "reel", exigibilite, territoire: "metropole" } as const;
  await updateEmetteur(tenant, "tva", tva, by);
  const terms = { echeanceDays: 30, echeanceFinDeMois: false, penalitesRate: 1_215 };
  const escompte = { escompteRate: 0, escompteDays: 0 };
  await updateEmetteur(
    tenant,
    "paiement",
    { iban, bic, ...terms, ...escompte },
    { ...by, isConfirmed: true },
  );
  await updateMarque(tenant, { template, accent, second, window: "right", police: "inter" }, by);
}

const produitCount = (trade: DemoTrade) => trade.produits.length * trade.variants.length;

function demoProduit(trade: DemoTrade, index: number) {
  const base = trade.produits[index % trade.produits.length] ?? trade.produits[0];
  const variant = trade.variants[Math.floor(index / trade.produits.length)] ?? "";
  const [designation, unit, cents, rate, nature] = base;
  return {
    reference: `P-${String(index + 1).padStart(3, "0")}`,
    designation: variant === "" ? designation : `${designation}, ${variant}`,
    description: "",
    unit,
    // millionths of a euro; a variant costs a tenth more
    unitPriceHt: cents * (variant === "" ? 10_000 : 11_000),
    rate,
    nature,
  };
}
