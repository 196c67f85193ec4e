import { Link } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { useCan } from "../../session";
import { type Notice, type Usage, useUsage } from "../../use-usage";
import { noticeWords } from "../bandeau/notice-words";

/** What issuing one more will leave, or why it will be refused: said before the button is pressed. */
export function QuotaNote() {
  const { t } = useTranslation("abonnement");
  const usage = useUsage();
  const { access, used, limit, window } = usage;
  const stop = usage.notices.find(({ kind }) => kind === "suppression" || kind === "suspension");
  if (stop) return <Refused usage={usage} notice={stop} />;
  if (access === "read_only")
    return <Refused usage={usage} notice={noticeOf(usage, "lecture_seule")} />;
  if (limit === null) return null;
  if (used >= limit) return <Refused usage={usage} notice={noticeOf(usage, "quota")} />;
  const left = limit - used - 1;
  const words = { limite: limit, jour: shortDayOf(window.until) };
  return (
    <p className="note">
      {left === 0 ? t("emettre.derniere", words) : t("emettre.reste", { ...words, count: left })}
    </p>
  );
}

type RefusedProps = {
  readonly usage: Usage;
  readonly notice: Notice | undefined;
};

const noticeOf = ({ notices }: Usage, kind: Notice["kind"]) =>
  notices.find((one) => one.kind === kind);

function Refused({ usage, notice }: RefusedProps) {
  const { t } = useTranslation("abonnement");
  const mayPay = useCan("abonnement.manage");
  if (!notice) return null;
  const { strong, rest, act } = noticeWords(t, notice, usage.now);
  return (
    <div className="avis avis--attention" role="note">
      <CircleAlert className="ic" aria-hidden />
      <p>
        {notice.kind === "lecture_seule" ? t("emettre.lectureSeule") : `${strong} ${rest}`}{" "}
        {mayPay ? (
          <Link className="lien" to={act.href.startsWith("/") ? act.href : "/reglages/abonnement"}>
            {act.label}
          </Link>
        ) : (
          t("bandeau.demander")
        )}
      </p>
    </div>
  );
}
