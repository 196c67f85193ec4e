import { TRPCError } from "@trpc/server";
import type { Context as HonoContext } from "hono";
import type { Context } from "#server/api/context";
import { Refusal } from "#server/domain/refusal";
import { log } from "#server/log";
import { downloadWords } from "./download-words.ts";

/** A file that is not given, in one sentence: nobody but a browser on its way to a download reads it. */
export function refusedDownload(
  error: unknown,
  c: HonoContext,
  { requestId, resHeaders, langue }: Pick<Context, "requestId" | "resHeaders" | "langue">,
): Response {
  const words = downloadWords[langue];
  switch (codeOf(error)) {
    case "SESSION_REQUIRED":
      return c.redirect(`/connexion?suite=${encodeURIComponent(c.req.path)}`, 303);
    case "SECOND_FACTOR_REQUIRED":
      return c.redirect("/compte/second-facteur", 303);
    case "SOCIETE_REQUIRED":
      return c.redirect("/choisir-societe", 303);
    case "SOCIETE_MISMATCH":
      return c.text(words.otherSociete, 409);
    case "ROLE_FORBIDDEN":
      return c.text(words.role, 403);
    case "VISITE_READ_ONLY":
      return c.text(words.visite, 403);
    case "AMOUNTS_HIDDEN":
      return c.text(words.hidden, 403);
    case "FACTURE_NOT_FOUND":
      return c.text(words.notFound, 404);
    case "FACTURE_ALREADY_ISSUED":
      return c.text(words.issued, 409);
    case "SELECTION_EMPTY":
      return c.text(words.empty, 422);
    case "SELECTION_TOO_LARGE":
      return c.text(words.tooLarge, 422);
    case "TOO_MANY_ATTEMPTS":
    case "TOO_MANY_CALLS":
      return c.text(words.tooMany, 429, {
        "retry-after": resHeaders.get("retry-after") ?? "60",
      });
    case "LINK_INVALID":
      return c.text(words.link, 403);
    case "EXPORT_RUNNING":
      return c.text(words.running, 429, {
        "retry-after": "60",
      });
    case "BAD_REQUEST":
      return c.text(words.address, 400);
    default:
      log.error({ reqId: requestId, err: error }, "download failed");
      return c.text(words.failed.replace("{code}", requestId), 503);
  }
}

/** Refused by the procedure, or by the drawing behind it; or an input it could not read. */
function codeOf(error: unknown): string | null {
  const refusal = error instanceof TRPCError ? error.cause : error;
  if (refusal instanceof Refusal) return refusal.code;
  return error instanceof TRPCError ? error.code : null;
}
