import { useTranslation } from "react-i18next";

type Props = {
  readonly status: number;
  readonly refusal: string | null;
  readonly requestId: string | null;
};

/** A whole page for what cannot be shown: says what happened, then what to do. */
export function ErrorPage({ status, refusal, requestId }: Props) {
  const { t } = useTranslation();
  if (refusal === "SOCIETE_MISMATCH")
    return (
      <Message
        title={t("erreur.autreSociete")}
        text={t("erreur.autreSocieteTexte")}
        action={t("erreur.recharger")}
        href=""
      />
    );
  if (status === 404)
    return (
      <Message
        title={t("erreur.introuvable")}
        text={t("erreur.introuvableTexte")}
        action={t("erreur.accueil")}
        href="/"
      />
    );
  if (status === 403)
    return (
      <Message
        title={t("erreur.interdit")}
        text={t("erreur.interditTexte")}
        action={t("erreur.accueil")}
        href="/"
      />
    );
  return (
    <Message
      title={t("erreur.titre")}
      text={t("erreur.texte", { code: requestId ?? "—" })}
      action={t("erreur.recharger")}
      href=""
    />
  );
}

type MessageProps = { title: string; text: string; action: string; href: string };

function Message({ title, text, action, href }: MessageProps) {
  return (
    <main className="page-message">
      <h1>{title}</h1>
      <p>{text}</p>
      <a className="btn btn-primary" href={href}>
        {action}
      </a>
    </main>
  );
}
