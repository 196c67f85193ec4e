import { Command } from "cmdk";
import { ArrowRight, Plus, SlidersHorizontal } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fold } from "#server/domain/search";
import { useCan } from "../../session";
import { trpc } from "../../trpc";
import { settingsItem, useNavItems } from "../frame/nav-items";
import { PaletteEntry } from "./palette-entry";
import { PaletteSocietes } from "./palette-societes";
import { PaletteThemes } from "./palette-themes";
import { useReglagesPlaces } from "./use-reglages-places";

type Props = {
  readonly typed: string;
  readonly firstClient: { readonly id: string; readonly nom: string } | undefined;
  readonly go: (to: string) => void;
  readonly close: () => void;
};

/** What can be done and where one can go, beside what was found. */
export function PaletteCommands({ typed, firstClient, go, close }: Props) {
  const { t } = useTranslation(["palette", "commun"]);
  const canDraft = useCan("factures.draft");
  const canCreate = { client: useCan("clients.write"), produit: useCan("produits.write") };
  const canSet = useCan("reglages");
  const answers = (name: string) => fold(name).includes(fold(typed));
  const creations = [
    { name: t("nouveauClient"), to: "/clients/nouveau", isAllowed: canCreate.client },
    { name: t("nouveauProduit"), to: "/produits/nouveau", isAllowed: canCreate.produit },
  ].filter(({ name, isAllowed }) => isAllowed && answers(name));
  const places = [...useNavItems(), ...(canSet ? [settingsItem] : [])]
    .map(({ to, label, icon }) => ({ to, icon, name: t(`commun:${label}`) }))
    .filter(({ name }) => answers(name));
  const reglages = useReglagesPlaces().filter(({ name }) => typed !== "" && answers(name));
  const hasFacture = canDraft && answers(t("nouvelleFacture"));
  return (
    <>
      {canDraft && firstClient && (
        <Command.Group heading={t("pourCeClient")}>
          <NewFacture client={firstClient} typed={typed} go={go} />
        </Command.Group>
      )}
      {(hasFacture || creations.length > 0) && (
        <Command.Group heading={t("creer")}>
          {hasFacture && <NewFacture client={null} typed={typed} go={go} />}
          {creations.map(({ name, to }) => (
            <PaletteEntry
              key={to}
              id={to}
              icon={Plus}
              name={name}
              detail=""
              typed={typed}
              to={to}
              onChoose={() => go(to)}
            />
          ))}
        </Command.Group>
      )}
      {places.length > 0 && (
        <Command.Group heading={t("aller")}>
          {places.map(({ to, name, icon }) => (
            <PaletteEntry
              key={to}
              id={`aller-${to}`}
              icon={icon}
              name={name}
              detail=""
              typed={typed}
              to={to}
              onChoose={() => go(to)}
            >
              <ArrowRight className="ic ic--14" aria-hidden />
            </PaletteEntry>
          ))}
        </Command.Group>
      )}
      {reglages.length > 0 && (
        <Command.Group heading={t("commun:nav.reglages")}>
          {reglages.map(({ to, name }) => (
            <PaletteEntry
              key={to}
              id={`aller-${to}`}
              icon={SlidersHorizontal}
              name={name}
              detail=""
              typed={typed}
              to={to}
              onChoose={() => go(to)}
            />
          ))}
        </Command.Group>
      )}
      <PaletteThemes typed={typed} close={close} />
      <PaletteSocietes typed={typed} />
    </>
  );
}

type NewFactureProps = Pick<Props, "typed" | "go"> & {
  readonly client: { readonly id: string; readonly nom: string } | null;
};

/** Opens a brouillon: it creates something, so it is not a link. */
function NewFacture({ client, typed, go }: NewFactureProps) {
  const { t } = useTranslation("palette");
  const draft = trpc.factures.draft.useMutation({
    onSuccess: ({ factureId }) => go(`/factures/${factureId}/modifier`),
  });
  return (
    <PaletteEntry
      id={`facture-pour-${client?.id ?? "personne"}`}
      icon={Plus}
      name={t("nouvelleFacture")}
      detail={client ? t("pour", { nom: client.nom }) : ""}
      typed={client ? "" : typed}
      onChoose={() => draft.mutate({ clientId: client?.id ?? null })}
    />
  );
}
