import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { Failure } from "./trpc";

/** A société as a stray page names it. */
export type NamedSociete = { readonly societeId: string; readonly nom: string };

/** Why a form was not for the session it came with, and where its page and the session stand. */
export type Stray = {
  readonly refusal: "SOCIETE_MISMATCH" | "SESSION_REQUIRED";
  readonly requestId: string | null;
  /** Of the page that posted; null when this person is not one of its members. */
  readonly onglet: NamedSociete | null;
  /** Of the session; null when it has none. */
  readonly actuelle: NamedSociete | null;
  readonly isForm: true;
};

type Refused = Pick<Failure, "refusal" | "requestId">;

/**
 * A form posted without JavaScript by a page that is no longer the session's: answered by a page of its own, since the
 * one it came from can no longer be shown. Null for any other refusal.
 */
export async function strayForm(
  { context }: ActionFunctionArgs,
  { refusal, requestId }: Refused,
  from: FormDataEntryValue | null,
) {
  if (refusal === "SESSION_REQUIRED")
    return data({ refusal, requestId, onglet: null, actuelle: null, isForm: true }, 401);
  if (refusal !== "SOCIETE_MISMATCH") return null;
  const me = await context.caller.auth.me();
  const named = (id: unknown): NamedSociete | null => {
    const found = me?.memberships.find(({ societeId }) => societeId === id);
    return found ? { societeId: found.societeId, nom: found.nom } : null;
  };
  const actuelle = named(me?.member?.societeId);
  return data({ refusal, requestId, onglet: named(from), actuelle, isForm: true }, 409);
}
