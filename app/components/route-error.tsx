import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { failureOf, statusOf } from "../trpc";
import { ErrorPage } from "./error-page";
import { isStray, StrayPage } from "./stray-page";

type Known = { readonly refusal?: string | null; readonly requestId?: string | null } | null;

/** What the route around could not do, as a page: a loader's answer, or a read of the browser that was refused. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    if (isStray(error.data)) return <StrayPage stray={error.data} />;
    const known = error.data as Known;
    return (
      <ErrorPage
        status={error.status}
        refusal={known?.refusal ?? null}
        requestId={known?.requestId ?? null}
      />
    );
  }
  const { refusal, requestId } = failureOf(error);
  return <ErrorPage status={statusOf(error)} refusal={refusal} requestId={requestId} />;
}
