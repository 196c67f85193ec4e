import { registerSociete } from "#server/auth/register-societe";
import { endDerogations, grantDerogation } from "#server/billing/grant-derogation";
import { createClient } from "#server/clients/create-client";
import { momentOf } from "#server/clock";
import { tvaNumberOf } from "#server/domain/identifiers";
import type { Doors } from "#server/doors";
import type { By } from "#server/journal/recorded";
import { createProduit } from "#server/produits/create-produit";
import { updateEmetteur } from "#server/societe/update-emetteur";
import { updateMarque } from "#server/societe/update-marque";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { countSeeded } from "./count-seeded.ts";
import { demoSiren, demoSiret } from "./demo-identifiers.ts";
import { demoLogins } from "./demo-logins.ts";
import { demoClient } from "./demo-people.ts";
import { demoRandom } from "./demo-random.ts";
import type { DemoTrade } from "./demo-trades.ts";
import { findDemoSociete } from "./find-demo-societe.ts";
import { seedFactures } from "./seed-factures.ts";

const fourteenMonthsMs = 425 * 86_400_000;

/** One demonstration société: registered, furnished and put to work over fourteen months. Resumes where it stopped. */
export async function seedSociete(doors: Doors, trade: DemoTrade): Promise<void> {
  const { control, tenancy, clock } = doors;
  const societeId =
    (await findDemoSociete(control, trade.username)) ?? (await register(doors, trade));
  const tenant = tenancy.openTenant(societeId);
  const actor = { userId: societeId, userName: `${trade.prenom} ${trade.nomFamille}` };
  const by: By = { actor, now: momentOf(clock().at - fourteenMonthsMs) };
  await furnish(tenant, trade, by);
  const seeded = await countSeeded(tenant);
  for (let index = seeded.produits; index < produitCount(trade); index++)
    await createProduit(tenant, demoProduit(trade, index), by);
  for (let index = seeded.clients; index < trade.clients; index++)
    await createClient(tenant, demoClient(trade, index, demoRandom(7_000 + index)), by);
  await withoutLimit(doors, societeId, () =>
    seedFactures(tenant, trade, { from: seeded.factures, actor, now: clock() }),
  );
}

/** Fourteen months are issued in a moment: what the demonstration needs beside its trial, for that time only. */
async function withoutLimit(doors: Doors, societeId: SocieteId, work: () => Promise<void>) {
  const { at } = doors.clock();
  const granted = { societeId, reason: "Garnissage de la démonstration", at, by: null };
  await grantDerogation(doors, { ...granted, limite: "factures", ajout: null, until: null });
  await work();
  await endDerogations(doors, granted);
}

async function register(doors: Doors, trade: DemoTrade) {
  const password = demoLogins.find(({ username }) => username === trade.username)?.password ?? "";
  const { nom: nomSociete, email, username } = trade;
  const now = doors.clock();
  await registerSociete(doors.auth, {
    nomSociete,
    email,
    username,
    password,
    ip: "127.0.0.1",
    now,
  });
  const societeId = await findDemoSociete(doors.control, username);
  if (!societeId) throw new Error(`the demonstration société ${nomSociete} was not registered`);
  return societeId;
}

async function furnish(tenant: Tenant, trade: DemoTrade, by: By): Promise<void> {
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
