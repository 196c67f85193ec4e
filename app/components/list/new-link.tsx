import { Plus } from "lucide-react";
import { useCanWrite } from "../../session";
import { ButtonLink } from "../button";

/** The list's primary act, for those who may write. */
export function NewLink({ to, label }: { readonly to: string; readonly label: string }) {
  if (!useCanWrite()) return null;
  return (
    <ButtonLink look="principal" to={to}>
      <Plus className="ic" aria-hidden />
      <span>{label}</span>
    </ButtonLink>
  );
}
