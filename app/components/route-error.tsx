import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { type Failure, failureOf, statusOf } from "../trpc";
import { ErrorPage } from "./error-page";
import { isStray, StrayPage } from "./stray-page";

type Known = Partial<Pick<Failure, "refusal" | "details" | "requestId">> | null;

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
        details={known?.details ?? {}}
        requestId={known?.requestId ?? null}
      />
    );
  }
  return <ErrorPage status={statusOf(error)} {...failureOf(error)} />;
}
