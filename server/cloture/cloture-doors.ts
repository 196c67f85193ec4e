import type { Doors } from "#server/doors";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";

/** What asking for a deletion, and taking it back, work with. */
export type ClotureDoors = Pick<
  Doors,
  "abonnements" | "billing" | "control" | "env" | "mail" | "tenancy"
>;

/** In which société, and under whose name. */
export type Acting = { readonly societeId: SocieteId; readonly by: Required<By> };
