import type { Context as HonoContext } from "hono";
import { FactureSelectionInput } from "#server/api/facture-input";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { exportFactures } from "#server/factures/export-factures";
import { csvDownload } from "./csv-download.ts";

export const exportPath = "/factures.csv";

/** Every filter that is a word or a day, and the documents that were ticked. */
const filters = Object.keys(FactureSelectionInput.shape).filter((name) => !name.endsWith("Ttc"));

/** What an address asks for, as the procedure takes it. */
export const selectionOf = ({ ids, ...asked }: Readonly<Record<string, string>>): object =>
  ids === undefined ? asked : { ...asked, ids: ids.split(",") };

/** The selection an address asks for; its procedure judges it. */
export function selectionIn(c: HonoContext): object {
  const given = filters.flatMap((name) => {
    const value = c.req.query(name);
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  return selectionOf(Object.fromEntries(given));
}

/** `/factures.csv`: factures and avoirs. The right to take them away is the procedure's. */
export const exportRoute = (doors: Doors) =>
  csvDownload(doors, {
    filters,
    quoi: "factures",
    title: "Factures",
    rows: async (ctx, asked) => {
      const { societeId, selection } = await createCaller(ctx).factures.export(selectionOf(asked));
      return exportFactures(doors.tenancy.openTenant(societeId), selection, ctx.now.today);
    },
  });
