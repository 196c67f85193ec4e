import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** A page whose only use is to write: who may not is told so before filling anything in. */
async function requireRole({ context, request }: LoaderFunctionArgs, roles: readonly string[]) {
  const me = await context.caller.auth.me();
  const { pathname, search } = new URL(request.url);
  if (!me) throw redirect(`/connexion?suite=${encodeURIComponent(pathname + search)}`, 303);
  if (!me.member) throw redirect("/choisir-societe", 303);
  if (!roles.includes(me.member.role)) throw data({ refusal: "ROLE_FORBIDDEN" }, 403);
  return null;
}

export const requireStaff = (args: LoaderFunctionArgs) => requireRole(args, ["admin", "employe"]);

export const requireAdmin = (args: LoaderFunctionArgs) => requireRole(args, ["admin"]);
