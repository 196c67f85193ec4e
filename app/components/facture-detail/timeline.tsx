import { Ban, Banknote, Lock, Pencil, ReceiptText, ShieldCheck, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../../format-moment";
import { formatEuros } from "../../formats";
import { JournalLink } from "../journal/journal-link";
import { type DetailView, useDetail } from "./detail-view";

const icons: Readonly<Record<string, typeof Lock>> = {
  "facture.drafted": Pencil,
  "facture.issued": Lock,
  "avoir.issued": Lock,
  "facture.cancelled": Ban,
  "facture.credited": ReceiptText,
  "facture.archived": ShieldCheck,
  "reglement.recorded": Banknote,
  "reglement.reversed": Undo2,
};

const sentences: Readonly<
  Record<
    string,
    | "brouillon"
    | "emise"
    | "avoir"
    | "annulee"
    | "creditee"
    | "archivee"
    | "reglement"
    | "contrepasse"
  >
> = {
  "facture.drafted": "brouillon",
  "facture.issued": "emise",
  "avoir.issued": "avoir",
  "facture.cancelled": "annulee",
  "facture.credited": "creditee",
  "facture.archived": "archivee",
  "reglement.recorded": "reglement",
  "reglement.reversed": "contrepasse",
};

/** « 3f9a71c2…e05b »: enough to compare by eye. */
const shortHash = (sha256: string) => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;

/** What happened to the document, the latest first. */
export function Timeline() {
  const { t } = useTranslation("factures");
  const { facture, timeline } = useDetail();
  return (
    <section className="section">
      <h2 className="section__titre">{t("detail.historique")}</h2>
      <ol className="jalons">
        {timeline.map((event) => (
          <Milestone key={event.id} event={event} />
        ))}
      </ol>
      <JournalLink entityId={facture.id} />
    </section>
  );
}

function Milestone({ event }: { readonly event: DetailView["timeline"][number] }) {
  const { t } = useTranslation("factures");
  const { emission } = useDetail();
  const { kind, at, actorNom: nom, payload } = event;
  const Icon = icons[kind] ?? Lock;
  const cents = payload["amountTtc"];
  const montant = typeof cents === "number" ? formatEuros(Math.abs(cents)) : "";
  const isIssue = kind === "facture.issued" || kind === "avoir.issued";
  const known = sentences[kind];
  return (
    <li className="jalon">
      <span className="jalon__icone">
        <Icon className="ic ic--14" aria-hidden />
      </span>
      <div>
        <p>{known ? t(`journal.${known}`, { nom, montant }) : kind}</p>
        {isIssue && emission && (
          <p className="note">
            {t("journal.empreinte", { empreinte: shortHash(emission.contentSha256) })}
          </p>
        )}
      </div>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {formatInstant(at)}
      </time>
    </li>
  );
}
