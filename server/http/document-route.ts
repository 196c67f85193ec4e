import { TRPCError } from "@trpc/server";
import type { Context as HonoContext } from "hono";
import { byOf } from "#server/api/by-of";
import { type Context, ownSociete } from "#server/api/context";
import { createCaller } from "#server/api/root";
import { Refusal, type RefusalCode } from "#server/domain/refusal";
import type { Doors } from "#server/doors";
import { log } from "#server/log";
import type { SocieteId } from "#server/tenancy/tenant";
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
    return refusedDownload(error, c, ctx.requestId);
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
  const safe = name.replace(/[^\w.+-]/g, "-");
  return new Response(bytes, {
    headers: {
      "content-type": type,
      "content-length": String(bytes.byteLength),
      "content-disposition": `${inline ? "inline" : "attachment"}; filename="${safe}"`,
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
    },
  });
}

function refusedDownload(error: unknown, c: HonoContext, requestId: string): Response {
  switch (codeOf(error)) {
    case "SESSION_REQUIRED":
      return c.redirect(`/connexion?suite=${encodeURIComponent(c.req.path)}`, 303);
    case "SOCIETE_REQUIRED":
      return c.redirect("/choisir-societe", 303);
    case "ROLE_FORBIDDEN":
      return c.text("Votre rôle ne permet pas de lire ce document.", 403);
    case "AMOUNTS_HIDDEN":
      return c.text("Les montants de ce document vous sont masqués.", 403);
    case "FACTURE_NOT_FOUND":
      return c.text("Ce document n’existe pas dans votre société.", 404);
    default:
      log.error({ reqId: requestId, err: error }, "download failed");
      return c.text(
        `Le document n’a pas pu être préparé. Réessayez dans un instant (code ${requestId}).`,
        503,
      );
  }
}

/** Refused by the procedure, or by the drawing behind it. */
function codeOf(error: unknown): RefusalCode | null {
  const refusal = error instanceof TRPCError ? error.cause : error;
  return refusal instanceof Refusal ? refusal.code : null;
}
