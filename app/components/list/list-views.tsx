import { useSearchParams } from "@remix-run/react";
import { drawn } from "../../drawn";
import { usePlainLinks } from "../../use-plain-links";

type View = {
  readonly label: string;
  /** What this view adds to the address. */
  readonly params: Readonly<Record<string, string>>;
};

type Props = { readonly label: string; readonly views: readonly View[]; readonly names: string[] };

/** The ready-made filters of a list. `names`: the parameters a view decides. */
export function ListViews({ label, views, names }: Props) {
  const [params] = useSearchParams();
  const links = views.map((view) => {
    const next = new URLSearchParams(params);
    for (const name of [...names, "suite"]) next.delete(name);
    for (const [name, value] of Object.entries(view.params)) next.set(name, value);
    const isCurrent = names.every((name) => params.get(name) === (view.params[name] ?? null));
    return (
      <a
        key={view.label}
        href={`?${next}`}
        data-lien="vue"
        aria-current={isCurrent ? "true" : undefined}
      >
        {view.label}
      </a>
    );
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses.
    <nav className="vues" aria-label={label} onClick={usePlainLinks()} {...drawn(links)} />
  );
}
