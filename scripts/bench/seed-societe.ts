import { eq } from "drizzle-orm";
import { memberships } from "#db/control/schema/memberships";
import { users } from "#db/control/schema/users";
import { registerSociete } from "#server/auth/register-societe";
import { grantDerogation } from "#server/billing/grant-derogation";
import { momentOf } from "#server/clock";
import { demoSiren, demoSiret } from "#server/demo/demo-identifiers";
import { tvaNumberOf } from "#server/domain/identifiers";
import type { Doors } from "#server/doors";
import type { By } from "#server/journal/recorded";
import { updateEmetteur } from "#server/societe/update-emetteur";
import type { SocieteId } from "#server/tenancy/tenant";

export const benchPassword = "charge-mesuree-2026";

/** A société of the load, ready to issue. Its user bears its name. */
export async function seedSociete(doors: Doors, name: string, index: number): Promise<SocieteId> {
  const at = Date.UTC(2026, 0, 1, 7);
  await registerSociete(doors.auth, {
    nomSociete: `Mesure ${name}`,
    email: `${name}@mesure.example`,
    username: name,
    password: benchPassword,
    ip: "127.0.0.1",
    now: momentOf(at),
  });
  const societeId = await findSociete(doors, name);
  const siren = demoSiren(250_000 + index);
  const by: By = { actor: { userId: societeId, userName: name }, now: momentOf(at) };
  const tenant = doors.tenancy.openTenant(societeId);
  await updateEmetteur(
    tenant,
    "identite",
    {
      nom: `Mesure ${name}`,
      formeJuridique: "SARL",
      isEi: false,
      siren,
      siret: demoSiret(siren),
      rcs: "Poitiers",
      capital: 1_000_000,
      address: {
        line1: "14 rue des Tourneurs",
        line2: "",
        zip: "86000",
        city: "Poitiers",
        country: "FR",
      },
      email: `${name}@mesure.example`,
      phone: "05 49 00 00 00",
      website: "",
      assurance: "",
    },
    by,
  );
  await updateEmetteur(
    tenant,
    "tva",
    {
      tvaNumber: tvaNumberOf(siren),
      regime: "reel",
      exigibilite: "encaissements",
      territoire: "metropole",
    },
    by,
  );
  await updateEmetteur(
    tenant,
    "paiement",
    {
      iban: "FR7630006000011234567890189",
      bic: "AGRIFRPP",
      echeanceDays: 30,
      echeanceFinDeMois: false,
      penalitesRate: 1_215,
      escompteRate: 0,
      escompteDays: 0,
    },
    { ...by, isConfirmed: true },
  );
  const granted = { societeId, at, by: null, reason: "Mesure de charge" };
  await grantDerogation(doors, { ...granted, limite: "factures", ajout: null, until: null });
  return societeId;
}

async function findSociete({ control }: Doors, username: string): Promise<SocieteId> {
  const [found] = await control.read((db) =>
    db
      .select({ societeId: memberships.societeId })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(users.username, username)),
  );
  if (!found) throw new Error(`the société of ${username} was not registered`);
  return found.societeId as SocieteId;
}
