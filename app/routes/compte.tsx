import { type LinksFunction, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { Frame } from "../components/frame/frame";
import { RouteError } from "../components/route-error";
import { isFramed } from "../is-framed";
import { onlyAfterWrites } from "../only-after-writes";
import { prefetch } from "../read.server";
import { useMe } from "../session";

/** One's own account: whoever is logged in, in a société or not. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await args.context.caller.auth.me();
  const { pathname, search } = new URL(args.request.url);
  if (!me) throw redirect(`/connexion?suite=${encodeURIComponent(pathname + search)}`, 303);
  if (!isFramed(me)) return null;
  return prefetch(args, (queries) => [
    queries.societe.marque.fetch(),
    queries.abonnement.usage.fetch(),
    queries.annonces.current.fetch(),
  ]);
}

export const shouldRevalidate = onlyAfterWrites;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: "/marque/style.css" }];

export default function CompteFrame() {
  return isFramed(useMe()) ? (
    <Frame>
      <Outlet />
    </Frame>
  ) : (
    <Outlet />
  );
}

export const ErrorBoundary = RouteError;
