import { Link } from "@remix-run/react";
import { Undo2, WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useEditor } from "./editor-view";

/** One line above the sheet when something deserves to be known: cut network, version put aside. */
export function EditorBanner() {
  const { t } = useTranslation("factures");
  const { state, dispatch, facts } = useEditor();
  const { issued } = facts;
  if (issued)
    return (
      <div className="bandeau" role="status">
        <p>{t("emettre.ailleurs", { nom: issued.byNom, numero: issued.number })}</p>
        <Link className="lien" to={`/factures/${facts.factureId}`}>
          {t("emettre.ouvrir")}
        </Link>
      </div>
    );
  if (state.save.kind === "offline")
    return (
      <div className="bandeau" data-v="attention" role="status">
        <WifiOff className="ic" aria-hidden />
        <p>
          <b>{t("enregistrement.horsConnexion")}</b> {t("enregistrement.gardeIci")}
        </p>
      </div>
    );
  if (state.setAside)
    return (
      <div className="bandeau" role="status">
        <p>{t("conflit.miseDeCote")}</p>
        <button
          type="button"
          className="bouton bouton--petit"
          onClick={() => dispatch({ type: "takeBack" })}
        >
          <Undo2 className="ic" aria-hidden />
          {t("conflit.reprendre")}
        </button>
      </div>
    );
  return null;
}
