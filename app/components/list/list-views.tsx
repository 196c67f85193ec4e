import { Link, useSearchParams } from "@remix-run/react";

type View = {
  readonly label: string;
  /** What this view adds to the address. */
  readonly params: Readonly<Record<string, string>>;
};

type Props = { readonly label: string; readonly views: readonly View[]; readonly names: string[] };

/** The ready-made filters of a list. `names`: the parameters a view decides. */
export function ListViews({ label, views, names }: Props) {
  const [params] = useSearchParams();
  return (
    <nav className="vues" aria-label={label}>
      {views.map((view) => {
        const next = new URLSearchParams(params);
        for (const name of [...names, "suite"]) next.delete(name);
        for (const [name, value] of Object.entries(view.params)) next.set(name, value);
        const isCurrent = names.every((name) => params.get(name) === (view.params[name] ?? null));
        return (
          <Link
            key={view.label}
            to={`?${next}`}
            aria-current={isCurrent ? "true" : undefined}
            preventScrollReset
          >
            {view.label}
          </Link>
        );
      })}
    </nav>
  );
}
