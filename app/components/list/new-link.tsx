import { Plus } from "lucide-react";
import type { Permission } from "#server/domain/permissions";
import { useCan } from "../../session";
import { ButtonLink } from "../button";

type Props = {
  readonly to: string;
  readonly label: string;
  readonly permission: Permission;
};

/** The list's primary act, for those who may write. */
export function NewLink({ to, label, permission }: Props) {
  if (!useCan(permission)) return null;
  return (
    <ButtonLink look="principal" to={to}>
      <Plus className="ic" aria-hidden />
      <span>{label}</span>
    </ButtonLink>
  );
}
