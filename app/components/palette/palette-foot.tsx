import { useTranslation } from "react-i18next";

export function PaletteFoot() {
  const { t } = useTranslation("palette");
  const hints = [
    { keys: ["↑", "↓"], label: t("choisir") },
    { keys: ["↵"], label: t("ouvrir") },
    { keys: ["⌘", "↵"], label: t("onglet") },
  ];
  return (
    <div className="palette__pied" aria-hidden>
      {hints.map(({ keys, label }) => (
        <span key={label}>
          <span className="touches">
            {keys.map((key) => (
              <span key={key} className="touche">
                {key}
              </span>
            ))}
          </span>
          {label}
        </span>
      ))}
    </div>
  );
}
