import type { Control } from "#server/tenancy/control";
import type { SocieteId, Tenant } from "#server/tenancy/tenant";

/** What the éditeur's books are written with. */
export type Books = {
  readonly control: Control;
  /** The éditeur's own database. */
  readonly editeur: Tenant;
  readonly openTenant: (societeId: SocieteId) => Tenant;
};

export type Booked = { readonly factureId: string; readonly number: string };
