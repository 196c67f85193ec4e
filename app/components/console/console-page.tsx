import type { ReactNode } from "react";
import { type Crumb, Trail } from "../trail";

type Props = {
  readonly title: string;
  readonly breadcrumb?: readonly Crumb[];
  readonly actions?: ReactNode;
  /** `lecture` 820 px. */
  readonly width?: "large" | "lecture";
  readonly children: ReactNode;
};

/** One page of the console: its top bar and its content. */
export function ConsolePage({ title, breadcrumb = [], actions, width, children }: Props) {
  return (
    <>
      <header className="haut">
        <Trail crumbs={breadcrumb} />
        <h1 className="haut__titre">{title}</h1>
        {actions && <span className="pousse">{actions}</span>}
      </header>
      <main
        id="contenu"
        tabIndex={-1}
        className={width === "lecture" ? "contenu contenu--lecture" : "contenu"}
      >
        {children}
      </main>
    </>
  );
}
