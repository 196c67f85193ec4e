import { Link } from "@remix-run/react";
import { Circle, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan, useMe } from "../../session";
import { trpc } from "../../trpc";
import { Write } from "../../write";
import { GaugeTrack } from "../abonnement/gauge-track";
import { DemonstrationOffer } from "../demonstration/demonstration-offer";
import { SubmitButton } from "../submit-button";
import { showToast } from "../toast/toast-store";
import { type Etape, etapeLink } from "./etape-link";
import { premiersPasForm } from "./premiers-pas-form";

/** What remains to be done once, for whom may do it; gone when all is done or when it was put away. */
export function PremiersPas() {
  const { t } = useTranslation("premiersPas");
  const [{ etapes, isHidden }] = trpc.premiersPas.get.useSuspenseQuery();
  const isAdmin = useCan("reglages");
  const faits = etapes.filter(({ isDone }) => isDone).length;
  const me = useMe();
  if (!isAdmin || isHidden || faits === etapes.length || me?.member?.isDemonstration) return null;
  return (
    <section className="zone premiers-pas" aria-labelledby="premiers-pas">
      <div className="zone-t">
        <h2 id="premiers-pas">{t("titre")}</h2>
        <p>
          <b className="num">{t("avance", { faits, total: etapes.length })}</b> · {t("note")}
        </p>
        <Hide />
      </div>
      <GaugeTrack used={faits} limit={etapes.length} thin calm />
      <ol>
        {etapes.map((etape) => (
          <Step key={etape.etape} etape={etape} />
        ))}
      </ol>
      {me && <DemonstrationOffer me={me} />}
    </section>
  );
}

function Step({ etape }: { readonly etape: Etape }) {
  const { t } = useTranslation("premiersPas");
  const Icon = etape.isDone ? CircleCheck : Circle;
  return (
    <li data-v={etape.isDone ? "fait" : undefined}>
      <Icon className="ic ic--20" aria-hidden />
      <div>
        <Link to={etapeLink(etape)}>
          <span className="vh">{t(etape.isDone ? "fait" : "aFaire")} </span>
          {t(`etapes.${etape.etape}.titre`)}
        </Link>
        <p>{t(`etapes.${etape.etape}.texte`)}</p>
      </div>
    </li>
  );
}

/** The page stays where it is, and the focus goes to it: what held the button is gone. */
function Hide() {
  const { t } = useTranslation("premiersPas");
  const show = trpc.premiersPas.setHidden.useMutation();
  const utils = trpc.useUtils();
  const bringBack = async () => {
    await show.mutateAsync({ isHidden: false });
    await utils.premiersPas.get.invalidate();
  };
  const onDone = () => {
    document.getElementById("contenu")?.focus();
    showToast({
      text: t("masques"),
      undo: { label: t("annuler"), act: () => void bringBack() },
    });
  };
  return (
    <Write form={premiersPasForm} onDone={onDone}>
      <input type="hidden" name="isHidden" value="oui" />
      <SubmitButton plain small look="discret">
        {t("masquer")}
      </SubmitButton>
    </Write>
  );
}
