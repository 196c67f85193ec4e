import { Search } from "lucide-react";
import { type MouseEvent, memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { drawn } from "../drawn";
import { useSociete } from "../session";
import { Bandeau } from "./bandeau/bandeau";
import { usePalette } from "./palette/palette-context";
import { type Crumb, Trail } from "./trail";

type Props = {
  readonly title: string;
  /** Where this page sits; the last one is also the phone's way back. */
  readonly breadcrumb?: readonly Crumb[];
  /** Beside the title: a badge, the state of the autosave. */
  readonly aside?: ReactNode;
  /** The page's one primary action, and what goes before it. A phone shows its icon only. */
  readonly actions?: ReactNode;
  /** `large` 1,200 px; `lecture` 820 px; `plein`: the page lays out everything under the bar itself. */
  readonly width?: "large" | "lecture" | "plein";
  readonly children: ReactNode;
};

/** One signed-in page: its top bar and its content. */
export function Page({ title, breadcrumb = [], aside, actions, width = "large", children }: Props) {
  const content =
    width === "plein" ? "" : `contenu${width === "lecture" ? " contenu--lecture" : ""}`;
  return (
    <>
      <header className="haut">
        <p className="haut__societe coupe">{useSociete()?.nom}</p>
        <Trail crumbs={breadcrumb} />
        <h1 className="haut__titre">{title}</h1>
        {aside}
        <SearchTrigger />
        {actions}
      </header>
      <Notices />
      <main id="contenu" tabIndex={-1} className={content || "contenu-plein"}>
        {children}
      </main>
    </>
  );
}

/** What stands still while something is typed in the page. */
const Notices = memo(Bandeau);

/** Opens the palette; without JavaScript it is a link to the search page. */
const SearchTrigger = memo(function SearchTrigger() {
  const { t } = useTranslation();
  const { open } = usePalette();
  const openInstead = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  };
  return (
    <a
      className="recherche"
      href="/recherche"
      onClick={openInstead}
      aria-keyshortcuts="Meta+K Control+K"
      {...drawn(
        <>
          <Search className="ic" aria-hidden />
          <span>{t("cadre.rechercher")}</span>
          <span className="touche" aria-hidden>
            ⌘K
          </span>
        </>,
      )}
    />
  );
});
