import { Link } from "@remix-run/react";
import { Info, Mail, MailX } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import { shortDayOf } from "../../days";
import type { RouterOutputs } from "../../trpc";
import { Act } from "../act";
import { MailOutcome } from "../mail-outcome";
import { resendForm, revokeForm } from "./equipe-forms";

type Equipe = RouterOutputs["equipe"]["get"];
type Invitation = Equipe["invitations"][number];
type Props = Pick<Equipe, "invitations" | "seats">;

/** Who was asked to come and has not answered yet. */
export function InvitationsSection({ invitations, seats }: Props) {
  const { t } = useTranslation("equipe");
  return (
    <section aria-labelledby="attente-titre">
      <header className="zone-t">
        <h2 id="attente-titre">{t("attente.titre")}</h2>
        <p>{t("attente.note")}</p>
      </header>
      {invitations.length === 0 ? (
        <p className="note">{t("attente.aucune")}</p>
      ) : (
        <ul className="invits">
          {invitations.map((invitation) => (
            <Awaited key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <Full seats={seats} />
    </section>
  );
}

function Awaited({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation("equipe");
  const { id, email, mail, isExpired, expiresAt } = invitation;
  const fields = { invitationId: id };
  const Icon = isLost(mail) ? MailX : Mail;
  return (
    <li>
      <Icon className="ic" aria-hidden />
      <span className="per">
        <b>{email}</b>
        <Sent invitation={invitation} />
      </span>
      <span className={isExpired ? "t-att invit-e" : "doux invit-e"}>
        {t(isExpired ? "attente.expiree" : "attente.expire", { jour: shortDayOf(expiresAt) })}
      </span>
      <span className="invit-a">
        <Act
          form={resendForm}
          fields={fields}
          label={t("attente.renvoyer")}
          about={t("attente.renvoyerA", { email })}
          small
        />
        <Act
          form={revokeForm}
          fields={fields}
          label={t("attente.retirer")}
          about={t("attente.retirerA", { email })}
          small
        />
      </span>
    </li>
  );
}

function Sent({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation(["equipe", "commun"]);
  const { role, inviteur, createdAt, mail } = invitation;
  const words = { role: t(`commun:role.${role}`), jour: shortDayOf(createdAt) };
  const by =
    inviteur === null
      ? t("attente.parPersonne", words)
      : t("attente.par", { ...words, nom: inviteur });
  return (
    <>
      <small>{by}</small>
      {mail && (
        <small>
          <MailOutcome outcome={mail} />
          {isLost(mail) && <> {t("attente.echec")}</>}
        </small>
      )}
    </>
  );
}

const isLost = (mail: Invitation["mail"]): boolean =>
  mail?.state === "refused" || mail?.state === "skipped";

/** When no more can be invited: what would make room. */
function Full({ seats: { taken, promised, limit, next } }: Pick<Props, "seats">) {
  const { t } = useTranslation("equipe");
  if (limit === null || taken + promised < limit) return null;
  return (
    <p className="avis">
      <Info className="ic" aria-hidden />
      <span>
        {next === null ? (
          t("attente.completSansSuite", { count: limit })
        ) : (
          <Trans
            t={t}
            i18nKey="attente.complet"
            count={limit}
            values={{ offre: next.nom }}
            components={{
              a: (
                <Link className="lien" to="/reglages/abonnement#offres">
                  {" "}
                </Link>
              ),
            }}
          />
        )}
      </span>
    </p>
  );
}
