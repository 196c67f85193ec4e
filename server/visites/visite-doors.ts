import type { Auth } from "#server/auth/create-auth";
import type { Witness } from "#server/journal/witness";
import type { Control } from "#server/tenancy/control";
import type { Tenancy } from "#server/tenancy/create-tenancy";

export type VisiteDoors = {
  readonly control: Control;
  readonly auth: Pick<Auth, "streams" | "appOrigin">;
  readonly mail: { wake(): void };
  readonly tenancy: Pick<Tenancy, "openTenant">;
  readonly witness: Pick<Witness, "note">;
};
