import { z } from "zod";
import { archiveClient } from "#server/clients/archive-client";
import { createClient } from "#server/clients/create-client";
import { getClient } from "#server/clients/get-client";
import { clientSorts, listClients } from "#server/clients/list-clients";
import { suggestClients } from "#server/clients/suggest-clients";
import { updateClient } from "#server/clients/update-client";
import { clientTypes } from "#server/domain/client";
import { langues } from "#server/domain/langue";
import { sightOf } from "#server/factures/amounts-sight";
import { ClientSelectionInput } from "../archivable-input.ts";
import { byOf } from "../by-of.ts";
import { eachApart } from "../each-apart.ts";
import {
  address,
  batchMax,
  cursor,
  direction,
  echeance,
  field,
  id,
  identifier,
  lines,
  search,
  version,
} from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

const ClientInput = z.strictObject({
  type: z.enum(clientTypes),
  nom: field("nom"),
  siren: identifier.default(""),
  siret: identifier.default(""),
  tvaNumber: identifier.default(""),
  email: field("email").default(""),
  phone: field("phone").default(""),
  address,
  note: lines(2_000).default(""),
  langue: z.enum(langues).default("fr"),
  echeance: echeance.nullable().default(null),
});

const ClientRefs = z.strictObject({
  clientIds: z.array(id).min(1).max(batchMax),
  isArchived: z.boolean(),
});
const ClientRef = z.strictObject({ clientId: id });

const ClientQuery = z.strictObject({
  q: search.default(""),
  sort: z.enum(clientSorts).default("nom"),
  dir: direction.default("asc"),
  cursor: cursor.default(null),
  isArchived: z.boolean().default(false),
  type: z.enum(clientTypes).nullable().default(null),
});

export const clientsRouter = router({
  list: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(ClientQuery)
    .query(({ ctx, input }) => listClients(ctx.tenant, input)),

  suggest: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(z.strictObject({ q: search }))
    .query(({ ctx, input }) => suggestClients(ctx.tenant, input.q)),

  get: societeProcedure("societe.read")
    .meta({ foreign: "NOT_FOUND" })
    .input(ClientRef)
    .query(({ ctx, input }) => getClient(ctx.tenant, input.clientId, sightOf(ctx.member))),

  create: societeProcedure("clients.write")
    .meta({ foreign: "OWN" })
    .input(ClientInput)
    .mutation(({ ctx, input }) => createClient(ctx.tenant, input, byOf(ctx))),

  update: societeProcedure("clients.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ClientRef.extend({ version, client: ClientInput }))
    .mutation(({ ctx, input }) => updateClient(ctx.tenant, input, byOf(ctx))),

  archive: societeProcedure("clients.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ClientRef)
    .mutation(({ ctx, input }) =>
      archiveClient(ctx.tenant, { ...input, isArchived: true }, byOf(ctx)),
    ),

  unarchive: societeProcedure("clients.write")
    .meta({ foreign: "NOT_FOUND" })
    .input(ClientRef)
    .mutation(({ ctx, input }) =>
      archiveClient(ctx.tenant, { ...input, isArchived: false }, byOf(ctx)),
    ),

  /** For the download route: may these be taken away? Their rows are then streamed. */
  export: societeProcedure("exports")
    .meta({ foreign: "OWN", limit: "export" })
    .input(ClientSelectionInput)
    .query(({ ctx, input }) => ({ societeId: ctx.tenant.societeId, selection: input })),

  /** Several, each an act of its own: out of the lists, or back. */
  archiveMany: societeProcedure("clients.write")
    .meta({ foreign: "OWN" })
    .input(ClientRefs)
    .mutation(({ ctx, input: { clientIds, isArchived } }) =>
      eachApart(ctx, { path: "clients.archiveMany", things: clientIds }, (clientId) =>
        archiveClient(ctx.tenant, { clientId, isArchived }, byOf(ctx)),
      ),
    ),
});
