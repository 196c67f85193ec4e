import type { Doors } from "#server/doors";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";

/** What the use cases of the team work with. */
export type EquipeDoors = Pick<Doors, "auth" | "tenancy">;

/** In which société, and under whose name. */
export type Acting = { readonly societeId: SocieteId; readonly by: Required<By> };
