import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { formatTime } from "../../format-moment";
import { type RouterOutputs, trpc } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { SubmitButton } from "../submit-button";
import { EcartsTable } from "./ecarts-table";
import { compareForm } from "./stripe-forms";

type Verite = RouterOutputs["consoleStripe"]["etat"];

const everyMs = 2_000;

/** What the last comparison found, and a way to make another. Looked at again while one is under way. */
export function ComparaisonSection() {
  const { t } = useTranslation("verite");
  const [verite] = trpc.consoleStripe.etat.useSuspenseQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.enCours ? everyMs : false),
  });
  return (
    <section className="zone" aria-labelledby="comparaison-titre">
      <header className="zone-t zone-t--act">
        <h2 id="comparaison-titre">{t("comparaison.titre")}</h2>
        <Write form={compareForm}>
          <ErrorSummary labels={{}} />
          <SubmitButton plain small>
            {t("comparaison.faire")}
          </SubmitButton>
        </Write>
      </header>
      <Outcome verite={verite} />
      {verite.ecarts.length > 0 && <EcartsTable ecarts={verite.ecarts} />}
    </section>
  );
}

function Outcome({ verite }: { readonly verite: Verite }) {
  const { t } = useTranslation("verite");
  const { comparaison, enCours, reste, ecarts } = verite;
  const Icon = reste === 0 ? CircleCheck : TriangleAlert;
  return (
    <div className="note" aria-live="polite">
      {enCours && <p>{t("comparaison.enCours", { fait: enCours.done, total: enCours.total })}</p>}
      {comparaison === null ? (
        <p>{t("comparaison.jamais")}</p>
      ) : (
        <>
          <p>
            <span className="badge badge--etat" data-v={reste === 0 ? "succes" : "attention"}>
              <Icon className="ic" aria-hidden />
              {reste === 0 ? t("comparaison.aucun") : t("comparaison.ecarts", { count: reste })}
            </span>{" "}
            <Made comparaison={comparaison} />
          </p>
          {ecarts.length < reste && <p>{t("comparaison.premiers", { nb: ecarts.length })}</p>}
        </>
      )}
    </div>
  );
}

function Made({ comparaison }: { readonly comparaison: NonNullable<Verite["comparaison"]> }) {
  const { t } = useTranslation("verite");
  const { startedAt, par, societes, illisibles } = comparaison;
  return [
    t("comparaison.derniere", {
      jour: longDayOf(startedAt),
      heure: formatTime(startedAt),
      par: par === null ? t("comparaison.nuit") : t("comparaison.parQui", { nom: par }),
    }),
    t("comparaison.societes", { count: societes }),
    ...(illisibles > 0 ? [t("comparaison.illisibles", { count: illisibles })] : []),
  ].join(" · ");
}
