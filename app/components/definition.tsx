import type { ReactNode } from "react";

type Props = {
  /** Entries whose value is empty are left out. */
  readonly entries: readonly { readonly label: string; readonly value: ReactNode }[];
};

/** What is known of something, name and value. */
export function Definition({ entries }: Props) {
  return (
    <dl className="fiche">
      {entries
        .filter(({ value }) => value !== "" && value !== null && value !== undefined)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
