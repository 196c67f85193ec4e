import { registerSociete } from "#server/auth/register-societe";
import { endDerogations, grantDerogation } from "#server/billing/grant-derogation";
import { momentOf } from "#server/clock";
import type { Doors } from "#server/doors";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";
import { countSeeded } from "./count-seeded.ts";
import { demoLogins } from "./demo-logins.ts";
import type { DemoTrade } from "./demo-trades.ts";
import { findDemoSociete } from "./find-demo-societe.ts";
import { furnishTrade } from "./furnish-trade.ts";
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
  const seeded = await countSeeded(tenant);
  await furnishTrade(tenant, trade, seeded, by);
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
