import { ClientSelectionInput } from "#server/api/archivable-input";
import { createCaller } from "#server/api/root";
import { exportClients } from "#server/clients/export-clients";
import type { Doors } from "#server/doors";
import { csvDownload } from "./csv-download.ts";
import { selectionOf } from "./export-route.ts";

export const clientsExportPath = "/clients.csv";

/** `/clients.csv`: the clients of a selection. The right to take them away is the procedure's. */
export const clientsExportRoute = (doors: Doors) =>
  csvDownload(doors, {
    filters: Object.keys(ClientSelectionInput.shape),
    quoi: "clients",
    title: "Clients",
    rows: async (ctx, asked) => {
      const { societeId, selection } = await createCaller(ctx).clients.export(selectionOf(asked));
      return exportClients(doors.tenancy.openTenant(societeId), selection);
    },
  });
