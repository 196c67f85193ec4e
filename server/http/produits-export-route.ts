import { ProduitSelectionInput } from "#server/api/archivable-input";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { exportProduits } from "#server/produits/export-produits";
import { csvDownload } from "./csv-download.ts";
import { selectionOf } from "./export-route.ts";

export const produitsExportPath = "/produits.csv";

/** `/produits.csv`: the produits of a selection. The right to take them away is the procedure's. */
export const produitsExportRoute = (doors: Doors) =>
  csvDownload(doors, {
    filters: Object.keys(ProduitSelectionInput.shape),
    quoi: "produits",
    title: "Produits",
    rows: async (ctx, asked) => {
      const { societeId, selection } = await createCaller(ctx).produits.export(selectionOf(asked));
      return exportProduits(doors.tenancy.openTenant(societeId), selection);
    },
  });
