import type { LucideIcon } from "lucide-react";

type Props = {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** The address of the page on screen. */
  readonly pathname: string;
  readonly look: "rail" | "telephone";
};

/** One place of the product: in the rail, or in the bar of a phone. */
export function NavLink({ to, icon: Icon, label, pathname, look }: Props) {
  const isCurrent = pathname === to || pathname.startsWith(`${to}/`);
  const current = isCurrent ? "page" : undefined;
  if (look === "telephone")
    return (
      <a href={to} data-lien="page" aria-current={current}>
        <Icon className="ic ic--20" aria-hidden />
        <span>{label}</span>
      </a>
    );
  return (
    <a className="nav__lien" href={to} data-lien="page" aria-current={current} title={label}>
      <Icon className="ic" aria-hidden />
      {label}
    </a>
  );
}
