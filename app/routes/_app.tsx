import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useRouteLoaderData } from "@remix-run/react";
import { Frame } from "../components/frame/frame";
import { RouteError } from "../components/route-error";
import { onlyAfterWrites } from "../only-after-writes";
import { prefetch } from "../read.server";

/** Every signed-in page: the person, in one société. */
export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.societe.marque.fetch(),
    queries.abonnement.usage.fetch(),
    queries.annonces.current.fetch(),
  ]);

export const shouldRevalidate = onlyAfterWrites;

/** The société's colour; the sheet holds a checked colour and nothing else. */
export const links: LinksFunction = () => [{ rel: "stylesheet", href: "/marque/style.css" }];

export default function SignedIn() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** A page that cannot be shown keeps the frame around it, unless the frame itself is what failed. */
export function ErrorBoundary() {
  // Null when the loader has not run, after an action that failed: the frame would wait for ever for what it reads.
  const hasFrame = useRouteLoaderData("routes/_app") != null;
  return hasFrame ? (
    <Frame>
      <RouteError />
    </Frame>
  ) : (
    <RouteError />
  );
}
