import { useLocation, useSubmit } from "@remix-run/react";
import { Command } from "cmdk";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { fold } from "#server/domain/search";
import { PaletteEntry } from "./palette-entry";

const choices = [
  { theme: "auto", label: "apparence.auto", icon: Monitor },
  { theme: "clair", label: "apparence.clair", icon: Sun },
  { theme: "sombre", label: "apparence.sombre", icon: Moon },
] as const;

/** Light, dark or as the system: found by its name, done where one is. */
export function PaletteThemes({
  typed,
  close,
}: {
  readonly typed: string;
  readonly close: () => void;
}) {
  const { t } = useTranslation(["palette", "commun"]);
  const submit = useSubmit();
  const { pathname, search } = useLocation();
  const found = choices
    .map(({ label, ...choice }) => ({
      ...choice,
      name: t("apparence", { choix: t(`commun:${label}`).toLowerCase() }),
    }))
    .filter(({ name }) => typed !== "" && fold(name).includes(fold(typed)));
  if (found.length === 0) return null;
  const choose = (theme: string) => {
    close();
    // Beside the page, and for longer than the palette stands.
    const asked = { theme, retour: pathname + search };
    submit(asked, {
      ...{ method: "post", action: "/apparence" },
      ...{ navigate: false, fetcherKey: "apparence" },
    });
  };
  return (
    <Command.Group heading={t("commun:apparence.titre")}>
      {found.map(({ theme, name, icon }) => (
        <PaletteEntry
          key={theme}
          id={`apparence-${theme}`}
          icon={icon}
          name={name}
          detail=""
          typed={typed}
          onChoose={() => choose(theme)}
        />
      ))}
    </Command.Group>
  );
}
