import { Link, useRouteLoaderData } from "@remix-run/react";
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session";

/** In the demonstration: no money moves. Who administers may move the clock. */
export function SandboxMark() {
  const { t } = useTranslation("abonnement");
  const root = useRouteLoaderData("root") as { isSandbox?: boolean } | undefined;
  const isAdmin = useCan("abonnement.manage");
  if (!root?.isSandbox) return null;
  return (
    <p className="sable" title={t("sable.marque")}>
      <FlaskConical className="ic" aria-hidden />
      <span>
        {t("sable.marque")}{" "}
        {isAdmin && (
          <Link className="lien" to="/bac-a-sable/horloge" reloadDocument>
            {t("sable.horloge")}
          </Link>
        )}
      </span>
    </p>
  );
}
