import { CloudCheck, CloudOff, CloudUpload, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../format-moment";
import { useSentences } from "../../sentences";
import type { Save } from "./editor-state";

/** What became of what was typed, always in words. */
export const SavePill = memo(function SavePill({ save }: { readonly save: Save }) {
  const { t } = useTranslation("factures");
  const { ofFailure } = useSentences();
  switch (save.kind) {
    case "saved":
      return save.at === null ? null : (
        <Pill
          v="ok"
          icon={CloudCheck}
          text={t("enregistrement.fait", { heure: formatTime(save.at) })}
        />
      );
    case "dirty":
    case "saving":
      return <Pill v="cours" icon={CloudUpload} text={t("enregistrement.cours")} />;
    case "offline":
      return <Pill v="attente" icon={CloudOff} text={t("enregistrement.horsConnexion")} />;
    case "conflict":
      return <Pill v="echec" icon={TriangleAlert} text={t("enregistrement.conflit")} />;
    case "refused":
      return <Pill v="echec" icon={TriangleAlert} text={ofFailure(save.failure)} />;
  }
});

type PillProps = { readonly v: string; readonly icon: typeof CloudCheck; readonly text: string };

const Pill = ({ v, icon: Icon, text }: PillProps) => (
  <span className="pilule haut__etat" data-v={v} role="status">
    <Icon className="ic" aria-hidden />
    {text}
  </span>
);
