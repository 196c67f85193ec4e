import { Link } from "@remix-run/react";
import { ShieldAlert, ShieldCheck, UserPlus } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import { memberSettings } from "#server/domain/permissions";
import { useMe } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { Avatar } from "../avatar";
import { ButtonLink } from "../button";
import { LastSeen } from "./last-seen";

type Equipe = RouterOutputs["equipe"]["get"];
type Member = Equipe["members"][number];
type Props = {
  readonly members: readonly Member[];
  readonly seats: Equipe["seats"];
  /** Instant of the page, milliseconds UTC. */
  readonly now: number;
};

/** Who is in the société, and as what. */
export function MembersSection({ members, seats, now }: Props) {
  const { t } = useTranslation("equipe");
  return (
    <section aria-labelledby="membres-titre">
      <header className="zone-t zone-t--act">
        <h2 id="membres-titre">{t("membres")}</h2>
        <Seats seats={seats} />
        <ButtonLink to="?acte=inviter" preventScrollReset>
          <UserPlus className="ic" aria-hidden />
          <span>{t("inviter")}</span>
        </ButtonLink>
      </header>
      <table className="table table--nu t-mem">
        <caption className="vh">{t("membres")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("personne")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col" className="t-large">
              {t("activite")}
            </th>
            <th scope="col" className="t-large">
              {t("secondFacteur")}
            </th>
            <th scope="col">
              <span className="vh">{t("actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Seats({ seats: { taken, limit } }: Pick<Props, "seats">) {
  const { t } = useTranslation("equipe");
  if (limit === null) return <p>{t("placesLibres")}</p>;
  return (
    <p>
      <Trans
        t={t}
        i18nKey="places"
        count={taken}
        values={{ prises: taken, limite: limit }}
        components={{ b: <b className="num" /> }}
      />
    </p>
  );
}

function MemberRow({ member, now }: { readonly member: Member; readonly now: number }) {
  const { t } = useTranslation(["equipe", "commun"]);
  const { userId, nom, email, role, lastSeenAt } = member;
  const isMe = useMe()?.user.id === userId;
  const lacks = role === "employe" ? memberSettings.filter((setting) => !member[setting]) : [];
  return (
    <tr>
      <td>
        <span className="c-per">
          <Avatar name={nom} />
          <span className="per">
            <b>
              {nom} {isMe && <span className="doux">{t("vous")}</span>}
            </b>
            <small>{email}</small>
          </span>
        </span>
      </td>
      <td>
        <span className="per">
          {t(`commun:role.${role}`)}
          {lacks.length > 0 && (
            <small>{lacks.map((setting) => t(`sans.${setting}`)).join(", ")}</small>
          )}
        </span>
      </td>
      <td className="t-large doux">
        <LastSeen at={isMe ? now : lastSeenAt} now={now} />
      </td>
      <td className="t-large">
        <SecondFactor isOn={member.hasSecondFactor} />
      </td>
      <td className="droite">
        <span className="mem-a">
          <RowLink
            acte="modifier"
            userId={userId}
            label={t("modifier")}
            about={t("modifierNom", { nom })}
          />
          {isMe ? (
            <Quit />
          ) : (
            <RowLink
              acte="retirer"
              userId={userId}
              label={t("retirer")}
              about={t("retirerNom", { nom })}
            />
          )}
        </span>
      </td>
    </tr>
  );
}

function SecondFactor({ isOn }: { readonly isOn: boolean }) {
  const { t } = useTranslation("equipe");
  const Icon = isOn ? ShieldCheck : ShieldAlert;
  return (
    <span className="badge badge--etat" data-v={isOn ? "succes" : "attention"}>
      <Icon className="ic" aria-hidden />
      {t(isOn ? "facteurActif" : "facteurAbsent")}
    </span>
  );
}

type RowLinkProps = {
  readonly acte: "modifier" | "retirer";
  readonly userId: string;
  readonly label: string;
  readonly about: string;
};

const RowLink = ({ acte, userId, label, about }: RowLinkProps) => (
  <Link
    className="bouton bouton--petit"
    to={`?acte=${acte}&membre=${userId}`}
    preventScrollReset
    aria-label={about}
  >
    {label}
  </Link>
);

function Quit() {
  const { t } = useTranslation("equipe");
  const societe = useMe()?.member?.nom ?? "";
  return (
    <Link className="bouton bouton--petit" to="/quitter" aria-label={t("quitterNom", { societe })}>
      {t("quitter")}
    </Link>
  );
}
