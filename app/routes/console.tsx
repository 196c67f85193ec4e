import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useRouteLoaderData } from "@remix-run/react";
import { ConsoleFrame } from "../components/console/console-frame";
import { RouteError } from "../components/route-error";
import { onlyAfterWrites } from "../only-after-writes";
import { prefetch } from "../read.server";

/** The operator's own: whoever is not of the staff, with a second factor given, meets the refusal of the first reading. */
export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.console.apercu.fetch(),
    queries.annonces.current.prefetch(),
  ]);

export const shouldRevalidate = onlyAfterWrites;

export default function Console() {
  return (
    <ConsoleFrame>
      <Outlet />
    </ConsoleFrame>
  );
}

export function ErrorBoundary() {
  const hasFrame = useRouteLoaderData("routes/console") != null;
  return hasFrame ? (
    <ConsoleFrame>
      <RouteError />
    </ConsoleFrame>
  ) : (
    <RouteError />
  );
}
