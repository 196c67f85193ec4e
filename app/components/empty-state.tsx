import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
};

/** Nothing exists yet: what it is for, and the one act to begin with. */
export function EmptyState({ icon: Icon, title, text, children }: Props) {
  return (
    <div className="vide">
      <Icon className="ic" aria-hidden />
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="acts">{children}</div>}
    </div>
  );
}
