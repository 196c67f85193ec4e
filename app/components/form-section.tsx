import { type ReactNode, useId } from "react";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A titled part of a form or of a page. */
export function FormSection({ title, note, className = "", children }: Props) {
  const id = useId();
  return (
    <section className={`zone ${className}`} aria-labelledby={id}>
      <div className="zone-t">
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </div>
      <div className="form-grille">{children}</div>
    </section>
  );
}
