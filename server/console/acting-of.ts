import type { Origin } from "#server/journal/origins";
import type { By } from "#server/journal/recorded";
import type { SocieteId } from "#server/tenancy/tenant";
import type { Operator } from "./operator.ts";

type Where = { readonly societeId: SocieteId; readonly origin: Origin };

/** Somebody of the staff in the société's own journal: under their name, and of the service. */
export const actingOf = (
  { societeId, origin }: Where,
  { userId, userName, now }: Operator,
): { readonly societeId: SocieteId; readonly by: Required<By> } => ({
  societeId,
  by: { actor: { userId, userName: `${userName} (FacturePro)` }, now, origin },
});
