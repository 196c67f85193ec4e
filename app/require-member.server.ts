import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** Turn away who is not signed in (to /connexion, and back afterwards) or has not chosen a société. */
export async function requireMember({ context, request }: LoaderFunctionArgs) {
  const me = await context.caller.auth.me();
  const { pathname, search } = new URL(request.url);
  if (!me) throw redirect(`/connexion?suite=${encodeURIComponent(pathname + search)}`, 303);
  if (!me.member) throw redirect("/choisir-societe", 303);
  return null;
}
