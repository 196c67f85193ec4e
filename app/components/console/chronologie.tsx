import {
  Building2,
  CircleAlert,
  CreditCard,
  type LucideIcon,
  MessageSquare,
  Stamp,
  UserRound,
} from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { formatTime } from "../../format-moment";
import { formatDay } from "../../formats";
import { type RouterOutputs, trpc } from "../../trpc";
import { Button } from "../button";
import { useConsoleSociete } from "./societe-view";
import { useJalonWords } from "./use-jalon-words";

export type Jalon = RouterOutputs["console"]["chronologie"]["rows"][number];

/** What happened to the société, the latest first. */
export function Chronologie() {
  const { t } = useTranslation("societes");
  const { societeId } = useConsoleSociete();
  const [pages, setPages] = useState<readonly (number | null)[]>([null]);
  const read = trpc.useQueries((one) =>
    pages.map((before) => one.console.chronologie({ societeId, before })),
  );
  const rows = read.flatMap(({ data }) => data?.rows ?? []);
  const older = read.at(-1)?.data?.before ?? null;
  return (
    <section className="zone" aria-labelledby="chronologie-titre">
      <header className="zone-t">
        <h2 id="chronologie-titre">{t("chronologie.titre")}</h2>
      </header>
      {rows.length === 0 && <p className="note">{t("chronologie.vide")}</p>}
      <ol className="frise">
        {rows.map((jalon) => (
          <Line key={jalon.key} jalon={jalon} />
        ))}
      </ol>
      {older !== null && (
        <Button onClick={() => setPages([...pages, older])}>{t("chronologie.anterieurs")}</Button>
      )}
    </section>
  );
}

function Line({ jalon }: { readonly jalon: Jalon }) {
  const { title, more } = useJalonWords();
  const { icon: Icon, look } = lookOf(jalon);
  const { at } = jalon;
  const under = more(jalon);
  return (
    <li data-v={look}>
      <span className="frise__i">
        <Icon className="ic ic--14" aria-hidden />
      </span>
      <div>
        <p className="frise__t">{title(jalon)}</p>
        {under !== "" && <p className="sub">{under}</p>}
      </div>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {formatDay(todayInParis(at))} {formatTime(at)}
      </time>
    </li>
  );
}

function lookOf({ source, kind, details }: Jalon): { icon: LucideIcon; look?: string } {
  if (details["status"] === "failed") return { icon: CircleAlert, look: "erreur" };
  if (source === "acte") return { icon: kind === "societe.noted" ? MessageSquare : Stamp };
  if (source === "stripe") return { icon: CreditCard, look: stripeLooks[kind] ?? "" };
  return kind.startsWith("membre.") ? { icon: UserRound } : { icon: Building2 };
}

const stripeLooks: Readonly<Record<string, string>> = {
  "invoice.paid": "succes",
  "invoice.payment_failed": "attention",
  "invoice.payment_action_required": "attention",
  "invoice.marked_uncollectible": "erreur",
  "charge.dispute.created": "erreur",
  "customer.subscription.deleted": "attention",
};
