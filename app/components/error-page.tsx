import { Copy, RotateCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSentences } from "../sentences";
import type { Failure } from "../trpc";
import { ProductMark } from "./product-mark";

type Props = Pick<Failure, "refusal" | "details" | "requestId"> & { readonly status: number };

/** The empty address is the page itself; a link, since the error may have left the router unusable. */
export const samePage = "";

/** A whole page for what cannot be shown: says what happened, then what to do. */
export function ErrorPage({ status, refusal, details, requestId }: Props) {
  const { t } = useTranslation();
  const reload = (
    <a className="bouton bouton--principal" href={samePage}>
      <RotateCw className="ic" aria-hidden />
      {t("erreur.recharger")}
    </a>
  );
  const home = (
    <a className="bouton bouton--principal" href="/">
      {t("erreur.accueil")}
    </a>
  );
  if (refusal === "SOCIETE_MISMATCH")
    return (
      <Message title={t("erreur.autreSociete")} text={t("erreur.autreSocieteTexte")} act={reload} />
    );
  if (refusal === "SESSION_REQUIRED")
    return <Message title={t("erreur.session")} text={t("erreur.sessionTexte")} act={reload} />;
  if (status === 404)
    return (
      <Message
        status={status}
        title={t("erreur.introuvable")}
        text={t("erreur.introuvableTexte")}
        act={home}
      />
    );
  if (status === 403) return <Forbidden refusal={refusal} details={details} act={home} />;
  if (status === 429)
    return (
      <Message
        status={status}
        title={t("erreur.tropVite")}
        text={t("erreur.tropViteTexte")}
        act={reload}
      />
    );
  const isOut = refusal === "SOCIETE_UNAVAILABLE";
  const title = t(isOut ? "erreur.societe" : "erreur.titre");
  const text = t(isOut ? "erreur.societeTexte" : "erreur.texte");
  return (
    <Message status={status} title={title} text={text} act={reload}>
      {requestId && <ErrorCode code={requestId} />}
    </Message>
  );
}

/** What one's role allows, and what it does not. */
function Forbidden({ refusal, details, act }: Pick<Props, "refusal" | "details"> & Act) {
  const { t } = useTranslation();
  const { ofFailure } = useSentences();
  const reason = { refusal, details, problems: [], requestId: null, offline: false };
  const isHidden = refusal === "AMOUNTS_HIDDEN";
  return (
    <Message
      status={403}
      title={t(isHidden ? "erreur.masque" : "erreur.interdit")}
      text={refusal === null ? t("erreur.interditTexte") : ofFailure(reason)}
      act={act}
    />
  );
}

type Act = { readonly act: ReactNode };

type MessageProps = {
  readonly status?: number;
  readonly title: string;
  readonly text: string;
  readonly act: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of such a page: what it says, and what to do. */
export function Message({ status, title, text, act, children }: MessageProps) {
  return (
    <main id="contenu" tabIndex={-1} className="page-entiere">
      <div className="vide page-e">
        {status ? <p className="code-e num">{status}</p> : <ProductMark />}
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
        <div className="acts">{act}</div>
      </div>
    </main>
  );
}

function ErrorCode({ code }: { code: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(code).then(() => setCopied(true));
  return (
    <p className="code">
      <code>{code}</code>
      <button className="bouton bouton--petit" type="button" onClick={copy}>
        <Copy className="ic" aria-hidden />
        <span aria-live="polite">{t(copied ? "erreur.copie" : "erreur.copier")}</span>
      </button>
    </p>
  );
}
