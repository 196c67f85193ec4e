import { JournalSelectionInput } from "#server/api/journal-input";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { exportJournal } from "#server/journal/export-journal";
import { csvDownload } from "./csv-download.ts";

export const journalExportPath = "/reglages/journal.csv";

/** `/reglages/journal.csv`: the lines of the journal, for its administrators. */
export const journalExportRoute = (doors: Doors) =>
  csvDownload(doors, {
    filters: Object.keys(JournalSelectionInput.shape),
    quoi: "journal",
    title: "Journal",
    rows: async (ctx, asked) => {
      const { societeId, selection } = await createCaller(ctx).journal.export(asked as object);
      return exportJournal(doors.tenancy.openTenant(societeId), selection);
    },
  });
