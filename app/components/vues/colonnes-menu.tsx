import { Columns3 } from "lucide-react";
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
  const shown: readonly string[] = useColonnes(liste);
  const cache = trpc.useUtils();
  const keep = trpc.listes.setColonnes.useMutation({
    onError: () => void cache.listes.get.invalidate({ liste }),
  });
  const all: readonly Colonne<Liste>[] = colonnesOf[liste];
  const toggle = (colonne: Colonne<Liste>) => {
    const colonnes = all.filter((one) => shown.includes(one) !== (one === colonne));
    cache.listes.get.setData({ liste }, (kept) => kept && { ...kept, colonnes });
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
