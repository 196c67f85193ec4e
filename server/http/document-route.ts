import type { Context as HonoContext } from "hono";
import { byOf } from "#server/api/by-of";
import { type Context, ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import type { Doors } from "#server/doors";
import type { SocieteId } from "#server/tenancy/tenant";
import { contentDisposition } from "./content-disposition.ts";
import { refusedDownload } from "./refused-download.ts";
import { openContext } from "./request-context.ts";

const file32 = "/:file{[0-9a-f]{32}\\.(pdf|xml)}";
export const documentPath = `/factures${file32}`;
/** What the éditeur issued to the société for its subscription. */
export const abonnementDocumentPath = `/abonnement/factures${file32}`;

type Read = (
  caller: ReturnType<typeof createCaller>,
  factureId: string,
) => Promise<{ readonly number: string; readonly xml: string; readonly societeId: SocieteId }>;

const ownDocument: Read = (caller, factureId) => caller.factures.document({ factureId });
const paidDocument: Read = (caller, factureId) => caller.abonnement.document({ factureId });

/**
 * `/factures/:id.pdf` and `.xml`: the archived bytes, the same for ever, for members of that société only.
 * The right to read is the procedure's; a PDF asked right after issuing waits for its rendering.
 */
export const documentRoute = (doors: Doors) => download(doors, ownDocument);
export const abonnementDocumentRoute = (doors: Doors) => download(doors, paidDocument);

const download = (doors: Doors, read: Read) => async (c: HonoContext) => {
  const [factureId = "", format] = (c.req.param("file") ?? "").split(".");
  const ctx = await openContext(doors, c, {
    requestedSociete: ownSociete,
    resHeaders: new Headers(),
  });
  try {
    const { number, xml, societeId } = await read(createCaller(ctx), factureId);
    const isShown = c.req.query("voir") === "1";
    noteDownload(ctx, factureId, { format: format ?? "", number, ...(isShown && { vue: 1 }) });
    if (format === "xml")
      return file(new TextEncoder().encode(xml), `${number}.xml`, "application/xml");
    const bytes = new Uint8Array(await doors.renderJobs.openPdf(societeId, factureId));
    return file(bytes, `${number}.pdf`, "application/pdf", isShown);
  } catch (error) {
    return refusedDownload(error, c, ctx);
  }
};

/** Who took a document, and when: a line of the société's journal, after the answer. */
function noteDownload(
  ctx: Context,
  entityId: string,
  payload: Readonly<Record<string, string | number>>,
): void {
  const { member } = ctx.session ?? {};
  if (!member) return;
  const sight = { kind: "document.downloaded", entityId, payload } as const;
  ctx.doors.witness.note(member.societeId, sight, byOf({ ...ctx, member }));
}

function file(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
  inline = false,
): Response {
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.byteLength),
      "content-disposition": contentDisposition(name, inline),
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}
