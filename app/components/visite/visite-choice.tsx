import { useLocation } from "@remix-run/react";
import { Signpost } from "lucide-react";
import { useTranslation } from "react-i18next";
import { visiteOf } from "./visite-of";

/** Marks what opens the visit of the page: the menus are drawn apart from the frame that shows it. */
export const visiteOpener = "[data-visiter]";

/** Opens the guided visit of the page, where it has one; the help offers it as well, to those with a keyboard. */
export function VisiteChoice() {
  const { t } = useTranslation("visites");
  const { pathname } = useLocation();
  if (visiteOf(pathname) === null) return null;
  return (
    <button type="button" className="choix" data-visiter="">
      <Signpost className="ic" aria-hidden />
      {t("commencer")}
    </button>
  );
}
