import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Me, useMe, usePlainClient, useSociete } from "../../session";
import { setSessionLoss, useSessionLoss } from "../../session-loss";
import { useSessionNow } from "./use-session-now";

/** Above the page when what it asked was refused because of another tab. What is typed stays where it is. */
export function SessionBanner() {
  const { t } = useTranslation();
  const loss = useSessionLoss();
  const now = useSessionNow(loss !== null);
  const societeId = useSociete()?.societeId ?? null;
  const isBack = now?.member != null && now.member.societeId === societeId;
  useEffect(() => {
    if (isBack) setSessionLoss(null);
  }, [isBack]);
  if (loss === null) return null;
  if (loss === "SOCIETE_MISMATCH" && now?.member) return <OtherSociete now={now} />;
  if (loss === "SOCIETE_REQUIRED" && now) return <NoSociete now={now} />;
  return (
    <Banner text={t("erreur.sessionSaisie")}>
      <a className="bouton bouton--petit" href="/connexion" target="_blank" rel="noreferrer">
        {t("erreur.seReconnecter")}
      </a>
    </Banner>
  );
}

/** Two ways out: to bring the session back here, or to go where it is. */
function OtherSociete({ now }: { now: NonNullable<Me> }) {
  const { t } = useTranslation();
  const client = usePlainClient();
  const here = useMe()?.member;
  const actuelle = now.member?.nom ?? "";
  const isMine = now.memberships.some(({ societeId }) => societeId === here?.societeId);
  const comeBack = async () => {
    await client.mutation("auth.chooseSociete", { societeId: here?.societeId ?? "" });
    setSessionLoss(null);
  };
  return (
    <Banner text={t("erreur.deuxSocietes", { onglet: here?.nom ?? "", actuelle })}>
      {isMine && (
        <button type="button" className="bouton bouton--petit" onClick={() => void comeBack()}>
          {t("erreur.revenirSociete", { onglet: here?.nom ?? "" })}
        </button>
      )}
      <a className="lien" href="/factures">
        {t("erreur.continuerSociete", { actuelle })}
      </a>
    </Banner>
  );
}

/** Removed by an administrator, gone by oneself; or only to choose again, after logging in anew. */
function NoSociete({ now }: { now: NonNullable<Me> }) {
  const { t } = useTranslation();
  const here = useMe()?.member;
  const isMine = now.memberships.some(({ societeId }) => societeId === here?.societeId);
  return (
    <Banner
      text={t(isMine ? "erreur.aucuneSociete" : "erreur.plusMembre", { onglet: here?.nom ?? "" })}
    >
      <a className="bouton bouton--petit" href="/choisir-societe">
        {t("erreur.voirSocietes")}
      </a>
    </Banner>
  );
}

const Banner = ({ text, children }: { text: string; children: ReactNode }) => (
  <div className="bandeau bandeau--session" data-v="erreur" role="alert">
    <TriangleAlert className="ic" aria-hidden />
    <p>{text}</p>
    {children}
  </div>
);
