import { Columns3 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Colonne, colonnesOf, type Liste, shownColonnes } from "#server/domain/liste";
import { trpc } from "../../trpc";
import { Dropdown } from "../dropdown";

/** The columns this person sees of a list, as its loader has read them. */
export function useColonnes<L extends Liste>(liste: L): readonly Colonne<L>[] {
  const [{ colonnes }] = trpc.listes.get.useSuspenseQuery({ liste });
  return shownColonnes(liste, colonnes);
}

/** Which columns the list shows: at once, and kept for this person. */
export function ColonnesMenu({ liste }: { readonly liste: Liste }) {
  const { t } = useTranslation("listes");
  const kept: readonly string[] = useColonnes(liste);
  // The boxes answer the hand at once; the cache tells its readers a moment later.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const shown = chosen ?? kept;
  const cache = trpc.useUtils();
  const keep = trpc.listes.setColonnes.useMutation({
    onError: () => void cache.listes.get.invalidate({ liste }),
    onSettled: () => setChosen(null),
  });
  const all: readonly Colonne<Liste>[] = colonnesOf[liste];
  const toggle = (colonne: Colonne<Liste>) => {
    const colonnes = all.filter((one) => shown.includes(one) !== (one === colonne));
    setChosen(colonnes);
    void cache.listes.get.cancel({ liste }); // a reading under way would bring the former ones back
    cache.listes.get.setData({ liste }, (read) => read && { ...read, colonnes });
    keep.mutate({ liste, colonnes });
  };
  return (
    <Dropdown
      className="bouton bouton--discret bouton--icone"
      name={t("colonnes.titre")}
      label={<Columns3 className="ic" aria-hidden />}
    >
      {() =>
        all.map((colonne) => (
          <label key={colonne} className="menu__coche">
            <input
              type="checkbox"
              className="case"
              checked={shown.includes(colonne)}
              onChange={() => toggle(colonne)}
            />
            {t(`colonnes.${colonne}`)}
          </label>
        ))
      }
    </Dropdown>
  );
}
