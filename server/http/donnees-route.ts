import type { Context as HonoContext } from "hono";
import { ownSociete } from "#server/api/context";
import { doerOf } from "#server/api/doer-of";
import { createCaller } from "#server/api/root";
import { exportData } from "#server/compte/export-data";
import { Refusal } from "#server/domain/refusal";
import type { Doors } from "#server/doors";
import { contentDisposition } from "./content-disposition.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";
import { streamOf } from "./stream-of.ts";

export const donneesPath = "/compte/donnees.json";

/**
 * `/compte/donnees.json?accord=…`: everything kept of the person, streamed, to the session that has just given the password
 * again (`compte.grantData`). How often is the procedure's; that it left is a line of the audit.
 */
export const donneesRoute = (doors: Doors) => async (c: HonoContext) => {
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  try {
    await createCaller(ctx).compte.data({ grant: c.req.query("accord") ?? "" });
    const { session } = ctx;
    if (!session) throw new Refusal("SESSION_REQUIRED");
    const pieces = await exportData(doors, doerOf({ ...ctx, session }));
    return new Response(streamOf(pieces), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": contentDisposition(`Mes données FacturePro ${ctx.now.today}.json`),
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  } catch (error) {
    return refusedDownload(error, c, ctx);
  }
};
