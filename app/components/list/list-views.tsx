import { useSearchParams } from "@remix-run/react";
import { drawn } from "../../drawn";
import { usePlainLinks } from "../../use-plain-links";
import { everything } from "./list-param";

type View = {
  readonly label: string;
  /** What this view adds to the address. */
  readonly params: Readonly<Record<string, string>>;
};

type Kept = { readonly id: string; readonly nom: string; readonly recherche: string };

type Props = {
  readonly label: string;
  readonly views: readonly View[];
  readonly names: string[];
  /** Views a person has kept: each is a whole address. */
  readonly kept?: readonly Kept[];
  /** The one on screen. */
  readonly keptId?: string | undefined;
};

/** The ready-made filters of a list, then the kept ones. `names`: the parameters a ready-made view decides. */
export function ListViews({ label, views, names, kept = [], keptId }: Props) {
  const [params] = useSearchParams();
  const said = (name: string) => (params.get(name) === "toutes" ? null : params.get(name));
  const links = views.map((view) => {
    const next = new URLSearchParams(params);
    for (const name of [...names, "suite"]) next.delete(name);
    for (const [name, value] of Object.entries(view.params)) next.set(name, value);
    const isCurrent = !keptId && names.every((name) => said(name) === (view.params[name] ?? null));
    return <ViewLink key={view.label} isCurrent={isCurrent} label={view.label} to={String(next)} />;
  });
  const own = kept.map(({ id, nom, recherche }) => (
    <ViewLink key={id} isCurrent={id === keptId} label={nom} to={recherche} />
  ));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what the keyboard uses.
    <nav
      className="vues"
      aria-label={label}
      onClick={usePlainLinks()}
      {...drawn([...links, ...own])}
    />
  );
}

type LinkProps = { readonly isCurrent: boolean; readonly label: string; readonly to: string };

const ViewLink = ({ isCurrent, label, to }: LinkProps) => (
  <a href={`?${to || everything}`} data-lien="vue" aria-current={isCurrent ? "true" : undefined}>
    {label}
  </a>
);
