import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { societes } from "#db/control/schema/societes";
import type { Marque } from "#server/domain/emetteur";
import { getMarque } from "#server/societe/get-marque";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";

export type PublicMarque = {
  readonly nom: string;
  readonly slug: string;
  readonly tenant: Tenant;
  readonly marque: Marque;
};

/**
 * What a société shows to whoever knows its address: name, colours and logo, nothing else of its database. Null when
 * nobody has this slug, or while its file is not open to anybody; a demonstration shows itself to nobody.
 */
export async function publicMarque(
  {
    control,
    tenancy,
  }: { readonly control: Control; readonly tenancy: Pick<Tenancy, "openTenant"> },
  slug: string,
): Promise<PublicMarque | null> {
  const [societe] = await control.read((db) =>
    db
      .select({ id: societes.id, nom: societes.nom, slug: societes.slug })
      .from(societes)
      .where(
        and(
          eq(societes.slug, slug),
          eq(societes.status, "active"),
          eq(societes.isDemonstration, false),
        ),
      ),
  );
  if (!societe) return null;
  const tenant = tenancy.openTenant(societe.id as SocieteId);
  return { nom: societe.nom, slug: societe.slug, tenant, marque: await getMarque(tenant) };
}

/** The part that goes into a page: the addresses of its files carry `version`, which changes with them. */
export const shownMarque = ({ nom, slug, marque }: PublicMarque) => ({
  nom,
  slug,
  hasLogo: marque.logoSha256 !== null,
  version: versionOf(marque),
});

/** Of the colours and the logo. */
export const versionOf = ({ accent, logoSha256 }: Pick<Marque, "accent" | "logoSha256">): string =>
  createHash("sha256").update(`${accent} ${logoSha256}`).digest("base64url").slice(0, 12);
