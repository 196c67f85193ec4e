import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { Definition } from "../definition";
import { useConsoleSociete } from "./societe-view";
import { useBytes } from "./use-bytes";

/** How safe the société's database is, and how it answers. */
export function CopiesSection() {
  const { t } = useTranslation("societes");
  const bytes = useBytes();
  const { copie, appels, figures, schemaVersion } = useConsoleSociete();
  const when = (at: number | null | undefined) =>
    at == null ? t("base.jamais") : t("base.quand", { jour: longDayOf(at), heure: formatTime(at) });
  const failed = (why: string | null | undefined) => (why ? t("base.echec", { why }) : "");
  return (
    <section className="zone" aria-labelledby="base-titre">
      <header className="zone-t">
        <h2 id="base-titre">{t("base.titre")}</h2>
        <p>{t("base.note")}</p>
      </header>
      <Definition
        entries={[
          {
            label: t("base.sauvegarde"),
            value: `${when(copie?.savedAt)} ${failed(copie?.failure)}`,
          },
          {
            label: t("base.essai"),
            value: `${when(copie?.rehearsedAt)} ${failed(copie?.rehearsalFailure)}`,
          },
          { label: t("base.restauree"), value: copie?.restoredAt ? when(copie.restoredAt) : null },
          { label: t("base.schema"), value: String(schemaVersion).padStart(4, "0") },
          { label: t("base.journal"), value: bytes(figures.walOctets) },
          { label: t("base.appels"), value: String(appels.calls) },
          { label: t("base.lents"), value: String(appels.slow) },
          { label: t("base.erreurs"), value: String(appels.errors) },
        ]}
      />
    </section>
  );
}
