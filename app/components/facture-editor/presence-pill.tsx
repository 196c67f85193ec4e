import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../avatar";
import { firstNameOf, type Presence } from "./use-presence";

/** « Mona modifie ce brouillon », as long as she does. */
export const PresencePill = memo(function PresencePill({
  presences,
}: {
  readonly presences: readonly Presence[];
}) {
  const { t, i18n } = useTranslation("factures");
  const others = presences.filter(({ isSelf }) => !isSelf);
  const writing = others.filter(({ field }) => field !== null);
  const list = (people: readonly Presence[]) =>
    new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(people.map(firstNameOf));
  const said = writing.length > 0 ? writing : others;
  const text =
    writing.length > 0
      ? t("presence.modifie", { count: writing.length, noms: list(writing) })
      : others.length > 0
        ? t("presence.ici", { count: others.length, noms: list(others) })
        : presences.length > 0
          ? t("presence.autreOnglet")
          : "";
  return (
    <span className="presence" role="status">
      {said.slice(0, 3).map(({ nom }) => (
        <Avatar key={nom} name={nom} />
      ))}
      <span className="presence__mots">{text}</span>
    </span>
  );
});
