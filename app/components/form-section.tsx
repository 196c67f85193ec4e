import { type ReactNode, useId } from "react";
import { LegalHelp } from "./loi/legal-help";
import type { LegalPoint } from "./loi/legal-sources";

type Props = {
  /** Anchor of the section. */
  readonly id?: string;
  readonly title: string;
  readonly note?: ReactNode;
  /** Where the law speaks of it: a « ? » after the title. */
  readonly law?: LegalPoint;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A titled part of a form or of a page. */
export function FormSection({ title, note, law, id: anchor, className = "", children }: Props) {
  const id = useId();
  return (
    <section id={anchor} className={`zone ${className}`} aria-labelledby={id}>
      <div className="zone-t">
        <h2 id={id}>{title}</h2>
        {law && <LegalHelp point={law} />}
        {note && <p>{note}</p>}
      </div>
      <div className="form-grille">{children}</div>
    </section>
  );
}
