import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, failureOf, statusOf } from "../trpc";
import { ErrorPage, Message, samePage } from "./error-page";
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
  if (typeof navigator !== "undefined" && !navigator.onLine) return <OfflinePage />;
  return <ErrorPage status={statusOf(error)} {...failureOf(error)} />;
}

/** The page asked for could not be read; it is as soon as the network is back. */
function OfflinePage() {
  const { t } = useTranslation();
  useEffect(() => {
    const reload = () => window.location.reload();
    window.addEventListener("online", reload);
    return () => window.removeEventListener("online", reload);
  }, []);
  return (
    <Message
      title={t("connexion.perdue")}
      text={t("connexion.pageNonLue")}
      act={
        <a className="bouton bouton--principal" href={samePage}>
          {t("connexion.reessayer")}
        </a>
      }
    />
  );
}
