import { Command } from "cmdk";
import { Building2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fold } from "#server/domain/search";
import { useMe, usePlainClient } from "../../session";
import { PaletteEntry } from "./palette-entry";

/** The other sociétés of the account. Going there loads a whole page anew: nothing of this one may stay in memory. */
export function PaletteSocietes({ typed }: { readonly typed: string }) {
  const { t } = useTranslation("palette");
  const client = usePlainClient();
  const me = useMe();
  const others = (me?.memberships ?? [])
    .filter(({ societeId }) => societeId !== me?.member?.societeId)
    .map(({ societeId, nom }) => ({ societeId, name: t("allerDans", { societe: nom }) }))
    .filter(({ name }) => fold(name).includes(fold(typed)));
  if (others.length === 0) return null;
  const enter = async (societeId: string) => {
    // Refused: they were removed meanwhile, and the page of the choice says what is left.
    const next = await client.mutation("auth.chooseSociete", { societeId }).then(
      () => "/factures",
      () => "/choisir-societe",
    );
    window.location.assign(next);
  };
  return (
    <Command.Group heading={t("societes")}>
      {others.map(({ societeId, name }) => (
        <PaletteEntry
          key={societeId}
          id={`societe-${societeId}`}
          icon={Building2}
          name={name}
          detail=""
          typed={typed}
          onChoose={() => void enter(societeId)}
        />
      ))}
    </Command.Group>
  );
}
