import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatDecimal } from "../../formats";
import { trpc } from "../../trpc";

/** What the last nightly check of the chain found. */
export function ChainState() {
  const { t } = useTranslation("journal");
  const [{ verified }] = trpc.journal.overview.useSuspenseQuery();
  if (!verified) return <p className="note">{t("chaine.attente")}</p>;
  const jour = longDayOf(verified.at);
  return verified.fault === null ? (
    <p className="note">
      {t("chaine.verifiee", { jour, lignes: formatDecimal(verified.lines, 0) })}
    </p>
  ) : (
    <p className="note" role="alert">
      {t("chaine.rompue", { jour, faute: verified.fault })}
    </p>
  );
}
