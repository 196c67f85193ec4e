import { MonitorSmartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatInstant } from "../../format-moment";
import { type RouterOutputs, trpc } from "../../trpc";
import { Act } from "../act";
import { FormSection } from "../form-section";
import { endOthersForm, endSessionForm } from "./compte-forms";

type Session = RouterOutputs["compte"]["sessions"][number];

export function SessionsSection() {
  const { t } = useTranslation("compte");
  const [sessions] = trpc.compte.sessions.useSuspenseQuery();
  return (
    <FormSection id="sessions" title={t("sessions.titre")} note={t("sessions.note")}>
      <ul className="compte-liste">
        {sessions.map((session) => (
          <SessionRow key={session.ref} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Act form={endOthersForm} fields={{}} label={t("sessions.fermerAutres")} />
      )}
    </FormSection>
  );
}

function SessionRow({ session }: { readonly session: Session }) {
  const { t } = useTranslation("compte");
  const { ref, browser, system, place, isCurrent, createdAt, lastSeenAt } = session;
  const nom = t("sessions.appareil", {
    navigateur: t(`sessions.navigateur.${browser}`),
    systeme: t(`sessions.systeme.${system}`),
  });
  const facts = [
    place && t("sessions.reseau", { reseau: place }),
    t("sessions.ouverte", { jour: longDayOf(createdAt) }),
    !isCurrent && t("sessions.vue", { instant: formatInstant(lastSeenAt) }),
  ];
  return (
    <li>
      <p className="compte-liste__t">
        <MonitorSmartphone className="ic" aria-hidden />
        <b>{nom}</b>
        {isCurrent && <span className="compte-courante">{t("sessions.courante")}</span>}
      </p>
      <p className="note">{facts.filter(Boolean).join(", ")}</p>
      {!isCurrent && (
        <Act form={endSessionForm} fields={{ ref }} label={t("sessions.fermerNom", { nom })} />
      )}
    </li>
  );
}
