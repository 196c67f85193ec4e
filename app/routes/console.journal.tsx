import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useSearchParams } from "@remix-run/react";
import { CircleCheck, ScrollText, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { ConsolePage } from "../components/console/console-page";
import { consoleTitle } from "../components/console/console-title";
import { useJalonWords } from "../components/console/use-jalon-words";
import { EmptyState } from "../components/empty-state";
import { cursorOf } from "../components/list/list-param";
import { PagedList } from "../components/list/paged-list";
import { useCursors } from "../components/list/use-cursors";
import { formatTime } from "../format-moment";
import { formatDay } from "../formats";
import { words } from "../i18n/spoken";
import { prefetch } from "../read.server";
import { type RouterOutputs, trpc } from "../trpc";

export const meta = () => consoleTitle(words().actes.journal.titre);

export const loader = (args: LoaderFunctionArgs) =>
  prefetch(args, (queries) => [
    queries.consoleActes.list.fetch({ cursor: cursorOf(new URL(args.request.url).searchParams) }),
    queries.consoleActes.verify.fetch(),
  ]);

/** Every act of the staff, with its reason. */
export default function Journal() {
  const { t } = useTranslation("actes");
  const [params] = useSearchParams();
  const { cursors, add } = useCursors(cursorOf(params), "actes");
  const pages = trpc.useQueries((one) =>
    cursors.map((cursor) => one.consoleActes.list({ cursor })),
  );
  return (
    <ConsolePage title={t("journal.titre")} width="lecture">
      <p className="note">{t("journal.intro")}</p>
      <Chain />
      <PagedList
        pages={pages}
        onMore={add}
        count={() => ""}
        empty={
          <EmptyState icon={ScrollText} title={t("journal.vide")} text={t("journal.videTexte")} />
        }
      >
        {(rows) => (
          <ol className="journal" aria-label={t("journal.liste")}>
            {rows.map((row) => (
              <Line key={row.id} row={row} />
            ))}
          </ol>
        )}
      </PagedList>
    </ConsolePage>
  );
}

function Chain() {
  const { t } = useTranslation("actes");
  const [{ lines, broken }] = trpc.consoleActes.verify.useSuspenseQuery();
  const Icon = broken === null ? CircleCheck : TriangleAlert;
  return (
    <p className="decompte">
      <span className="badge badge--etat" data-v={broken === null ? "succes" : "erreur"}>
        <Icon className="ic" aria-hidden />
        {broken === null
          ? t("journal.chaine", { count: lines })
          : t("journal.rompue", { ligne: broken })}
      </span>
    </p>
  );
}

function Line({ row }: { readonly row: RouterOutputs["consoleActes"]["list"]["rows"][number] }) {
  const { at, kind, actorNom, societeId, societe, reason, details } = row;
  const { title } = useJalonWords();
  return (
    <li>
      <time className="num" dateTime={new Date(at).toISOString()}>
        {formatDay(todayInParis(at))} {formatTime(at)}
      </time>
      <p>
        {title({ kind, actor: actorNom, details })} : « {reason} »
      </p>
      <span className="journal__lieu">
        {actorNom}
        {societeId !== null && (
          <>
            {" · "}
            <Link className="lien" to={`/console/societes/${societeId}`}>
              {societe ?? societeId}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}
