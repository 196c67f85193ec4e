import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { shortDayOf } from "../../days";
import { formatTime } from "../../format-moment";

type Props = {
  /** Milliseconds UTC; null: never. */
  readonly at: number | null;
  readonly now: number;
};

const minute = 60_000;

/** « il y a 12 minutes », « aujourd’hui à 09:12 », « 2 novembre »: to the minute at best, as sessions are noted. */
export function LastSeen({ at, now }: Props) {
  const { t } = useTranslation("equipe");
  if (at === null) return t("jamais");
  const minutes = Math.floor((now - at) / minute);
  if (minutes < 2) return t("instant");
  if (minutes < 60) return t("minutes", { count: minutes });
  if (todayInParis(at) === todayInParis(now)) return t("aujourdhui", { heure: formatTime(at) });
  return shortDayOf(at);
}
