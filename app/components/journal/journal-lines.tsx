import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { formatTime } from "../../format-moment";
import { formatDay } from "../../formats";
import { LineDetail } from "./line-detail";
import { type JournalLine, useJournalSentence } from "./use-journal-sentence";

type Props = { readonly lines: readonly JournalLine[] };

export function JournalLines({ lines }: Props) {
  const { t } = useTranslation("journal");
  const sentenceOf = useJournalSentence();
  return (
    <ol className="journal" aria-label={t("liste.titre")}>
      {lines.map((line) => (
        <li key={line.id}>
          <time className="num" dateTime={new Date(line.at).toISOString()}>
            {formatDay(todayInParis(line.at))} {formatTime(line.at)}
          </time>
          <p>{sentenceOf(line)}</p>
          <Place line={line} />
          <LineDetail line={line} />
        </li>
      ))}
    </ol>
  );
}

/** « Firefox sur Windows, 192.0.2.1 ». */
function Place({ line: { actorId, origin } }: { readonly line: JournalLine }) {
  const { t } = useTranslation("journal");
  if (!origin) {
    const words = actorId === "" ? t("liste.service") : t("liste.lieuInconnu");
    return <span className="journal__lieu">{words}</span>;
  }
  const { browser, system, ip } = origin;
  const device =
    browser && system
      ? t("liste.sur", { navigateur: browser, systeme: system })
      : (browser ?? system);
  return <span className="journal__lieu num">{[device, ip].filter(Boolean).join(", ")}</span>;
}
