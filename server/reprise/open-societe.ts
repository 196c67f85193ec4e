import { and, eq } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { societesReprises } from "#db/control/schema/societes-reprises";
import { emetteur } from "#db/tenant/schema/emetteur";
import { slugOf } from "#server/auth/slug-of";
import { openAbonnement, openingTerms } from "#server/billing/open-abonnement";
import { newId } from "#server/id";
import { furnishSociete } from "#server/societe/furnish-societe";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId } from "#server/tenancy/tenant";
import { admitUsers, unknownPassword } from "./admit-users.ts";
import type { ImportedSociete } from "./convert-societe.ts";
import type { ImportedUser } from "./convert-user.ts";
import type { Tally } from "./report.ts";
import type { Converted } from "./take-rows.ts";

export type RepriseDoors = {
  readonly control: Control;
  readonly tenancy: Pick<Tenancy, "openTenant" | "provision">;
};

type Opening = {
  readonly source: string;
  readonly cle: string;
  readonly societe: ImportedSociete;
  readonly people: readonly Converted<ImportedUser>[];
  readonly tally: Tally;
  readonly at: number;
};

/**
 * The société that one of the former installation became: made with its accounts in one transaction of the control
 * database, or found again.
 */
export async function openSociete(doors: RepriseDoors, opening: Opening): Promise<SocieteId> {
  const { control, tenancy } = doors;
  const { source, cle, societe, people, tally, at } = opening;
  const known = await findTaken(control, source, cle);
  if (known !== null) {
    tally.known("user", people.length);
    return known;
  }
  const terms = await control.read((db) => openingTerms(db, at));
  const lostPassword = await unknownPassword();
  const { societeId, admitted } = await tenancy.provision({
    nom: societe.nom,
    slug: slugOf(societe.nom),
    at,
    admit: async (tx, id) => {
      await openAbonnement(tx, id, { at, copied: terms });
      await tx.insert(societesReprises).values({ source, cle, societeId: id, at });
      const details = { source, cle };
      const action = "societe.taken_over";
      await tx.insert(audit).values({ id: newId(), at, action, societeId: id, details });
      return admitUsers(tx, id, people, { at, lostPassword });
    },
    furnish: async (tx) => {
      await furnishSociete(tx, { nom: societe.nom, email: societe.issuer.email, at, terms });
      await tx.update(emetteur).set(societe.issuer);
    },
  });
  for (const { key, reason, flags } of admitted)
    if (reason === null) tally.taken("user", key, flags);
    else tally.refused("user", key, reason);
  return societeId;
}

async function findTaken(control: Control, source: string, cle: string) {
  const [row] = await control.read((db) =>
    db
      .select({ societeId: societesReprises.societeId })
      .from(societesReprises)
      .where(and(eq(societesReprises.source, source), eq(societesReprises.cle, cle))),
  );
  return (row?.societeId ?? null) as SocieteId | null;
}
