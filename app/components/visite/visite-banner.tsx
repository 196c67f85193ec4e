import { Form } from "@remix-run/react";
import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { useMe } from "../../session";

/** Above every page of a visit: that it reads only, until when, and the way out. */
export function VisiteBanner() {
  const { t } = useTranslation("assistance");
  const visite = useMe()?.visite;
  if (!visite) return null;
  const { until } = visite;
  return (
    <section className="bandeau bandeau--session" data-v="attention" aria-label={t("bandeau")}>
      <Eye className="ic" aria-hidden />
      <p>
        <b>{t("bandeau")}</b>{" "}
        {t("bandeauSuite", { jour: shortDayOf(until), heure: formatTime(until) })}
      </p>
      <Form method="post" action="/visite/fin" reloadDocument>
        <input type="hidden" name="_procedure" value="visites.leave" />
        <button type="submit" className="bouton bouton--petit">
          {t("quitter")}
        </button>
      </Form>
    </section>
  );
}
