import { Plus, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Liste } from "#server/domain/liste";
import { Dropdown } from "../dropdown";
import { SaveVue } from "./save-vue";
import { useCurrentVue } from "./use-current-vue";
import { VueSettings } from "./vue-settings";

/** Keeps what is on screen under a name; where it is kept already, names it anew, shares it, opens the list on it. */
export function VueMenu({ liste }: { readonly liste: Liste }) {
  const { t } = useTranslation("listes");
  const { recherche, current, firstId } = useCurrentVue(liste);
  if (current) {
    const name = t("vues.regler", { nom: current.nom });
    return (
      <Dropdown
        key={current.id}
        className="bouton bouton--discret bouton--petit bouton--icone"
        name={name}
        label={<SlidersHorizontal className="ic" aria-hidden />}
      >
        {(close) => (
          <VueSettings liste={liste} vue={current} isFirst={current.id === firstId} close={close} />
        )}
      </Dropdown>
    );
  }
  if (recherche === "") return null;
  return (
    <Dropdown
      className="bouton bouton--discret bouton--petit"
      name={t("vues.enregistrer")}
      label={
        <>
          <Plus className="ic ic--14" aria-hidden />
          {t("vues.enregistrer")}
        </>
      }
    >
      {(close) => <SaveVue liste={liste} recherche={recherche} close={close} />}
    </Dropdown>
  );
}
