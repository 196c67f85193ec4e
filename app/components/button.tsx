import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";

type Look = {
  readonly look?: "principal" | "discret" | "danger" | undefined;
  readonly small?: boolean | undefined;
  /** As wide as its place. */
  readonly wide?: boolean | undefined;
  /** Only an icon inside: give it an `aria-label`. */
  readonly icon?: boolean | undefined;
};

const classOf = ({ look, small, wide, icon }: Look, more?: string): string =>
  [
    "bouton",
    look && `bouton--${look}`,
    small && "bouton--petit",
    wide && "bouton--large",
    icon && "bouton--icone",
    more,
  ]
    .filter(Boolean)
    .join(" ");

export function Button({
  look,
  small,
  wide,
  icon,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...rest} className={classOf({ look, small, wide, icon }, className)} />
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ look, small, wide, icon, className, ...rest }: Look & LinkProps) {
  return <Link {...rest} className={classOf({ look, small, wide, icon }, className)} />;
}
