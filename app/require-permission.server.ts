import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { isAllowed, isBarred, type Permission } from "#server/domain/permissions";
import { choicePath } from "./choice-path";

/** A page whose only use is an act: who may not is told so before filling anything in. */
export async function requirePermission(
  { context, request }: LoaderFunctionArgs,
  permission: Permission,
) {
  const me = await context.caller.auth.me();
  const { pathname, search } = new URL(request.url);
  if (!me) throw redirect(`/connexion?suite=${encodeURIComponent(pathname + search)}`, 303);
  if (!me.member) throw redirect(choicePath(pathname + search), 303);
  const { role } = me.member;
  if (isBarred(me.member, permission))
    throw data({ refusal: "DEMONSTRATION_LIMITED", details: {} }, 403);
  if (!isAllowed(me.member, permission))
    throw data({ refusal: "ROLE_FORBIDDEN", details: { role, permission } }, 403);
  return null;
}
