import type { Permission } from "#server/domain/permissions";
import { useSentences } from "../sentences";
import { useSociete } from "../session";

type Props = { readonly permission: Permission; readonly className?: string };

/** In the place of an act one's role does not allow: what it allows, and whom to ask. */
export function RoleNote({ permission, className = "" }: Props) {
  const { ofFailure } = useSentences();
  const role = useSociete()?.role;
  if (role === undefined) return null;
  const refusal = { refusal: "ROLE_FORBIDDEN", details: { role, permission } } as const;
  return (
    <p className={`note ${className}`}>
      {ofFailure({ ...refusal, problems: [], requestId: null, offline: false })}
    </p>
  );
}
