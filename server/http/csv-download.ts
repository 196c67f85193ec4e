import type { Context as HonoContext } from "hono";
import type { Context } from "#server/api/context";
import type { Doors } from "#server/doors";
import { contentDisposition } from "./content-disposition.ts";
import { noteExport } from "./note-export.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";
import { streamOf } from "./stream-of.ts";

type Asked = Readonly<Record<string, string>>;

type Csv = {
  /** What the address may say of the list; the rest of it is not read. */
  readonly filters: readonly string[];
  /** In the journal, and at the head of the file's name. */
  readonly quoi: "factures" | "clients" | "produits" | "journal";
  readonly title: string;
  /** Asks the procedure, which refuses or says which rows. */
  rows(ctx: Context, asked: Asked): Promise<AsyncGenerator<string, void>>;
};

/**
 * `…csv?societe=…`: a list as its page shows it, streamed. `societe` is the one the page was rendered for: a tab left on
 * another one gets nothing of this one. Who took it, and which part of it, is a line of the journal.
 */
export const csvDownload =
  (doors: Doors, { filters, quoi, title, rows }: Csv) =>
  async (c: HonoContext) => {
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
      const taken = await rows(ctx, asked);
      noteExport(ctx, { ...asked, quoi, format: "csv" });
      const name = `${title} ${ctx.session?.member?.nom ?? ""} ${ctx.now.today}.csv`;
      return new Response(streamOf(taken), {
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
