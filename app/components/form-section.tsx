import { type ReactNode, useId } from "react";

type Props = {
  /** Anchor of the section. */
  readonly id?: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A titled part of a form or of a page. */
export function FormSection({ title, note, id: anchor, className = "", children }: Props) {
  const id = useId();
  return (
    <section id={anchor} className={`zone ${className}`} aria-labelledby={id}>
      <div className="zone-t">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      <div className="form-grille">{children}</div>
    </section>
  );
}
