import { FactureSelectionInput } from "#server/api/facture-input";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { exportFactures } from "#server/factures/export-factures";
import { csvDownload } from "./csv-download.ts";

export const exportPath = "/factures.csv";

/** Every filter that is a word or a day. */
const filters = Object.keys(FactureSelectionInput.shape).filter((name) => !name.endsWith("Ttc"));

/** `/factures.csv`: factures and avoirs. The right to take them away is the procedure's. */
export const exportRoute = (doors: Doors) =>
  csvDownload(doors, {
    filters,
    quoi: "factures",
    title: "Factures",
    rows: async (ctx, asked) => {
      const { societeId, selection } = await createCaller(ctx).factures.export(asked as object);
      return exportFactures(doors.tenancy.openTenant(societeId), selection, ctx.now.today);
    },
  });
