import type { Context as HonoContext } from "hono";
import { byOf } from "#server/api/by-of";
import type { Context } from "#server/api/context";
import { FactureSelectionInput } from "#server/api/facture-input";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import { exportFactures } from "#server/factures/export-factures";
import { contentDisposition } from "./content-disposition.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";
import { streamOf } from "./stream-of.ts";

export const exportPath = "/factures.csv";

/** What the address may say of the list: every filter that is a word or a day. */
const filters = Object.keys(FactureSelectionInput.shape).filter((name) => !name.endsWith("Ttc"));

/**
 * `/factures.csv?societe=…`: the list as the page shows it, streamed. `societe` is the one the page was rendered for: a tab
 * left on another one gets nothing of this one. The right to take it away, and its line in the journal, are the procedure's.
 */
export const exportRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: c.req.query("societe") ?? null,
    resHeaders: new Headers(),
  });
  const asked = Object.fromEntries(
    filters.flatMap((name) => {
      const value = c.req.query(name);
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  try {
    const { societeId, selection } = await createCaller(ctx).factures.export(asked as object);
    const rows = exportFactures(doors.tenancy.openTenant(societeId), selection, ctx.now.today);
    noteExport(ctx, asked);
    const name = `Factures ${ctx.session?.member?.nom ?? ""} ${ctx.now.today}.csv`;
    return new Response(streamOf(rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition(name),
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  } catch (error) {
    return refusedDownload(error, c, ctx);
  }
};

/** Who took the list, and which part of it: a line of the société's journal, after the answer. */
function noteExport(ctx: Context, asked: Readonly<Record<string, string>>): void {
  const { member } = ctx.session ?? {};
  if (!member) return;
  const payload = { ...asked, quoi: "factures", format: "csv" };
  const sight = { kind: "export.made", entityId: member.societeId, payload } as const;
  ctx.doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}
