import { useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useSlow } from "../use-slow";

/** A hairline while the next page is awaited, once it has taken long enough to be noticed. */
export function NavigationProgress() {
  const { t } = useTranslation();
  const slow = useSlow(useNavigation().state !== "idle");
  return (
    <div className="progres" role="status" data-actif={slow || undefined}>
      {slow && <span className="vh">{t("liste.chargement")}</span>}
    </div>
  );
}
