import { eq } from "drizzle-orm";
import { users } from "#db/control/schema/users";
import { registerSociete } from "#server/auth/register-societe";
import { totpContext } from "#server/auth/totp-context";
import { tvaNumberOf } from "#server/domain/identifiers";
import type { Doors } from "#server/doors";
import { declareEditeur } from "#server/editeur/declare-editeur";
import { findEditeur } from "#server/editeur/editeur-societe";
import type { By } from "#server/journal/recorded";
import { updateEmetteur } from "#server/societe/update-emetteur";
import { updateSeries } from "#server/societe/update-series";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";
import { demoEditeur } from "./demo-editeur.ts";
import { demoSiren, demoSiret } from "./demo-identifiers.ts";
import { demoLogins } from "./demo-logins.ts";
import { demoTotpSecret } from "./demo-second-factor.ts";
import { findDemoSociete } from "./find-demo-societe.ts";

/** The société that sells the demonstration's subscriptions, with the operator's account. */
export async function seedEditeur(doors: Doors): Promise<void> {
  const { control, tenancy, clock } = doors;
  if (await control.read(findEditeur)) return;
  const { username } = demoEditeur;
  const societeId = (await findDemoSociete(control, username)) ?? (await register(doors));
  const now = clock();
  const by: By = { actor: { userId: societeId, userName: "FacturePro" }, now };
  await furnish(tenancy.openTenant(societeId), by);
  const [operator] = await control.write((tx) =>
    tx
      .update(users)
      .set({ isSuperAdmin: true, prenom: "Camille", nom: "Roche" })
      .where(eq(users.username, username))
      .returning({ id: users.id }),
  );
  if (operator) await giveAuthenticator(doors, operator.id);
  if (operator) await declareEditeur(doors, { societeId, by: operator.id, now });
}

async function register({ auth, control, clock }: Doors): Promise<SocieteId> {
  const { nom: nomSociete, email, username } = demoEditeur;
  const password = demoLogins.find((login) => login.username === username)?.password ?? "";
  const account = { nomSociete, email, username, password };
  await registerSociete(auth, { ...account, ip: "127.0.0.1", now: clock() });
  const societeId = await findDemoSociete(control, username);
  if (!societeId) throw new Error("the demonstration's éditeur was not registered");
  return societeId;
}

async function furnish(tenant: Tenant, by: By): Promise<void> {
  const siren = demoSiren(1);
  const identite = {
    nom: demoEditeur.nom,
    formeJuridique: "SAS",
    isEi: false,
    siren,
    siret: demoSiret(siren),
    rcs: "Nantes",
    capital: 1_000_000,
    address: {
      line1: "3 quai de la Fosse",
      line2: "",
      zip: "44000",
      city: "Nantes",
      country: "FR",
    },
    email: demoEditeur.email,
    phone: "02 40 00 00 00",
    website: "",
    assurance: "",
  };
  await updateEmetteur(tenant, "identite", identite, by);
  const tvaNumber = tvaNumberOf(siren);
  const tva = {
    tvaNumber,
    regime: "reel",
    exigibilite: "debits",
    territoire: "metropole",
  } as const;
  await updateEmetteur(tenant, "tva", tva, by);
  const serie = { code: "facture", pattern: "FP-{annee}-{rang:4}", reset: "yearly" } as const;
  await updateSeries(tenant, serie, by);
}

/** The console is shut to a password alone. */
async function giveAuthenticator({ control, auth }: Doors, userId: string): Promise<void> {
  const totpSecret = auth.seals.seal(demoTotpSecret, totpContext(userId));
  await control.write((tx) => tx.update(users).set({ totpSecret }).where(eq(users.id, userId)));
}
