import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { ErrorPage } from "./error-page";

type Known = { readonly refusal?: string | null; readonly requestId?: string | null } | null;

/** What the route around could not do, as a page. */
export function RouteError() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error))
    return <ErrorPage status={500} refusal={null} requestId={null} />;
  const known = error.data as Known;
  return (
    <ErrorPage
      status={error.status}
      refusal={known?.refusal ?? null}
      requestId={known?.requestId ?? null}
    />
  );
}
