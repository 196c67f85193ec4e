import { initials } from "#server/domain/initials";

type Props = { readonly nom: string; readonly src?: string | null; readonly className?: string };

/** The société's logo, or its initials in its colour. Its name is always written beside it. */
export function SocieteLogo({ nom, src, className = "" }: Props) {
  if (src) return <img className={`logo ${className}`} src={src} alt="" />;
  return (
    <span className={`logo logo--initiales ${className}`} aria-hidden>
      {initials(nom)}
    </span>
  );
}
