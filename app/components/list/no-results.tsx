import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../button";
import { everything } from "./list-param";

type Props = {
  /** Why nothing matches, in the words of this list. */
  readonly text: string;
};

/** Something exists, and the search or the filters leave it all out. Never the same words as an empty list. */
export function NoResults({ text }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const q = params.get("q");
  const withoutSearch = new URLSearchParams(params);
  withoutSearch.delete("q");
  const hasFilters = [...withoutSearch.keys()].some(
    (name) => !["tri", "sens"].includes(name) && params.get(name) !== "toutes",
  );
  return (
    <div className="vide">
      <h2>{q ? t("liste.vide", { recherche: q }) : t("liste.videFiltres")}</h2>
      <p>{text}</p>
      <div className="acts">
        {q && (
          <ButtonLink to={`?${String(withoutSearch) || everything}`}>
            {t("actions.effacerRecherche")}
          </ButtonLink>
        )}
        {hasFilters && (
          <ButtonLink to={q ? `?q=${encodeURIComponent(q)}` : `?${everything}`}>
            {t("actions.effacerFiltres")}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
