import { TRPCError } from "@trpc/server";
import type { Context as HonoContext } from "hono";
import type { Context } from "#server/api/context";
import { Refusal } from "#server/domain/refusal";
import { log } from "#server/log";

/** A file that is not given, in one French sentence: nobody but a browser on its way to a download reads it. */
export function refusedDownload(
  error: unknown,
  c: HonoContext,
  { requestId, resHeaders }: Pick<Context, "requestId" | "resHeaders">,
): Response {
  switch (codeOf(error)) {
    case "SESSION_REQUIRED":
      return c.redirect(`/connexion?suite=${encodeURIComponent(c.req.path)}`, 303);
    case "SECOND_FACTOR_REQUIRED":
      return c.redirect("/compte/second-facteur", 303);
    case "SOCIETE_REQUIRED":
      return c.redirect("/choisir-societe", 303);
    case "SOCIETE_MISMATCH":
      return c.text("Cette page est restée sur une autre société. Rechargez-la.", 409);
    case "ROLE_FORBIDDEN":
      return c.text("Votre rôle ne permet pas de prendre ce fichier.", 403);
    case "AMOUNTS_HIDDEN":
      return c.text("Les montants de ce document vous sont masqués.", 403);
    case "FACTURE_NOT_FOUND":
      return c.text("Ce document n’existe pas dans votre société.", 404);
    case "FACTURE_ALREADY_ISSUED":
      return c.text("Cette facture est émise : ouvrez son document définitif.", 409);
    case "SELECTION_EMPTY":
      return c.text(
        "Aucun de ces documents n’a encore de PDF : seules les factures émises en ont un.",
        422,
      );
    case "SELECTION_TOO_LARGE":
      return c.text("Trop de documents à la fois : choisissez une période plus courte.", 422);
    case "TOO_MANY_ATTEMPTS":
    case "TOO_MANY_CALLS":
      return c.text("Trop de fichiers demandés à la suite. Réessayez un peu plus tard.", 429, {
        "retry-after": resHeaders.get("retry-after") ?? "60",
      });
    case "LINK_INVALID":
      return c.text(
        "Ce lien n’est plus valable : demandez de nouveau votre fichier depuis « Mes données ».",
        403,
      );
    case "EXPORT_RUNNING":
      return c.text(
        "Un export de cette société est déjà en cours. Attendez qu’il se termine.",
        429,
        {
          "retry-after": "60",
        },
      );
    case "BAD_REQUEST":
      return c.text("Cette adresse n’est pas celle d’une liste.", 400);
    default:
      log.error({ reqId: requestId, err: error }, "download failed");
      return c.text(
        `Le document n’a pas pu être préparé. Réessayez dans un instant (code ${requestId}).`,
        503,
      );
  }
}

/** Refused by the procedure, or by the drawing behind it; or an input it could not read. */
function codeOf(error: unknown): string | null {
  const refusal = error instanceof TRPCError ? error.cause : error;
  if (refusal instanceof Refusal) return refusal.code;
  return error instanceof TRPCError ? error.code : null;
}
