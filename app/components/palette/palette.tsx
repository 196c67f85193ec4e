import { useNavigate } from "@remix-run/react";
import { keepPreviousData } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type RouterOutputs, trpc } from "../../trpc";
import { PaletteCommands } from "./palette-commands";
import { PaletteFoot } from "./palette-foot";
import { PaletteResults } from "./palette-results";

type Props = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

const pauseMs = 120;

/** Factures, clients, produits and commands, from the keyboard. */
export function Palette({ isOpen, onOpenChange }: Props) {
  const { t } = useTranslation("palette");
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="voile" />
        <Dialog.Content className="palette-place" aria-describedby={undefined}>
          <Dialog.Title className="vh">{t("titre")}</Dialog.Title>
          <PaletteBody close={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const { t } = useTranslation("palette");
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const q = usePaused(typed.trim());
  const { data } = trpc.recherche.all.useQuery({ q }, { placeholderData: keepPreviousData });
  const [chosen, setChosen] = useState("");
  const first = q === "" ? "" : firstOf(data);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => setChosen(first), [first]);
  useEffect(() => {
    // The library keeps a choice that is shown no more, and ↵ would do nothing.
    const shown = [...(list.current?.querySelectorAll<HTMLElement>("[cmdk-item]") ?? [])];
    const values = shown.map(({ dataset }) => dataset["value"] ?? "");
    if (!values.includes(chosen)) setChosen(values[0] ?? "");
  });
  const go = (to: string) => {
    close();
    navigate(to);
  };
  return (
    <Command
      className="palette"
      shouldFilter={false}
      value={chosen}
      onValueChange={setChosen}
      loop
      label={t("titre")}
      onKeyDown={(event) => openElsewhere(event, close)}
    >
      <div className="palette__champ">
        <Search className="ic ic--20" aria-hidden />
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder={t("invite")}
        />
        <button type="button" className="touche" onClick={close}>
          {t("echap")}
        </button>
      </div>
      <Command.List ref={list} className="palette__resultats" label={t("resultats")}>
        <Command.Empty className="palette__rien">{t("rien", { recherche: typed })}</Command.Empty>
        {data && q !== "" && <PaletteResults found={data} typed={q} go={go} />}
        <PaletteCommands
          typed={q}
          firstClient={q === "" ? undefined : data?.clients[0]}
          go={go}
          close={close}
        />
      </Command.List>
      <PaletteFoot />
    </Command>
  );
}

/** The entry ↵ would open: answers come later than the typing, the library would choose none of them. */
function firstOf(found: RouterOutputs["recherche"]["all"] | undefined): string {
  const [client, facture, produit] = [found?.clients[0], found?.factures[0], found?.produits[0]];
  if (client) return `client-${client.id}`;
  if (facture) return `facture-${facture.id}`;
  return produit ? `produit-${produit.id}` : "";
}

/** What was typed, once the fingers pause. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** ⌘↵ opens what is chosen in another tab. */
function openElsewhere(event: KeyboardEvent, close: () => void) {
  if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
  const chosen = event.currentTarget.querySelector<HTMLElement>(
    '[cmdk-item][aria-selected="true"]',
  );
  const to = chosen?.dataset["vers"];
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  window.open(to, "_blank", "noopener");
  close();
}
