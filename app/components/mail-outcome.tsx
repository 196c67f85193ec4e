import { useTranslation } from "react-i18next";
import { formatInstant } from "../format-moment";
import type { RouterOutputs } from "../trpc";

type Outcome = RouterOutputs["messages"]["list"][number]["outcome"];

/** What became of a mail, with the mail server's own words where it gave some. */
export function MailOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation("messages");
  if (outcome.state === "skipped")
    return <span className="t-att">{t("ecarte", { cause: t(`causes.${outcome.why}`) })}</span>;
  const said = outcome.answer !== null && (
    <>
      {" "}
      {t("reponse")} <q lang="en">{outcome.answer}</q>
    </>
  );
  if (outcome.state === "refused")
    return (
      <span className="t-err">
        {t(said ? "refuse" : "abandonne")}
        {said}
      </span>
    );
  if (outcome.state === "accepted") {
    // the demonstration keeps its mails: no server has said anything
    const words = said ? "remis" : "sansReponse";
    return (
      <span className="doux">
        {outcome.at === null ? t(words) : t(`${words}Le`, { moment: formatInstant(outcome.at) })}
        {said}
      </span>
    );
  }
  return outcome.retryAt === null ? (
    <span className="doux">{t("attente")}</span>
  ) : (
    <span className="t-att">
      {t("reessai", { moment: formatInstant(outcome.retryAt) })}
      {said}
    </span>
  );
}
