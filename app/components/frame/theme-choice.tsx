import { useFetcher, useLocation, useRouteLoaderData } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { drawn } from "../../drawn";

const choices = [
  { value: "auto", label: "apparence.auto", icon: Monitor },
  { value: "clair", label: "apparence.clair", icon: Sun },
  { value: "sombre", label: "apparence.sombre", icon: Moon },
] as const;

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData("root") as { theme?: string | null } | undefined;
  const current = root?.theme ?? "auto";
  return (
    <fetcher.Form method="post" action="/apparence" className="apparence">
      <input type="hidden" name="retour" value={pathname + search} />
      <span id="apparence-titre">{t("apparence.titre")}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot sit on one line with its legend. */}
      <span
        className="bascule"
        role="group"
        aria-labelledby="apparence-titre"
        {...drawn(
          choices.map(({ value, label, icon: Icon }) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={current === value}
              title={t(label)}
              aria-label={t(label)}
            >
              <Icon className="ic" aria-hidden />
            </button>
          )),
        )}
      />
    </fetcher.Form>
  );
}
