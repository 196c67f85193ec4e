import { Signpost } from "lucide-react";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { visitesGuidees } from "#server/domain/visite-guidee";
import { useMe } from "../../session";
import { trpc } from "../../trpc";
import { Button } from "../button";
import { isTyping } from "../is-typing";
import type { VisiteName } from "./visite-of";

type Props = { readonly visite: VisiteName; readonly onStart: () => void };

/** Of this browser, until it is closed: « Plus tard » is no answer for good. */
const laterKey = "visites-plus-tard";

/** Offers the visit of the page to whom has not seen it yet: beside the page, which stays as it was, focus included. */
export function VisiteOffer({ visite, onStart }: Props) {
  const { t } = useTranslation("visites");
  const id = useId();
  const { isShown, putOff, putAway } = useOffer(visite);
  useEscape(isShown, putOff);
  if (!isShown) return null;
  return (
    <section className="visite-offre" aria-labelledby={id}>
      <p className="fort" id={id}>
        <Signpost className="ic" aria-hidden />
        {t("offre.titre")}
      </p>
      <p>{t(visite === "liste" ? "offre.liste" : "offre.editeur")}</p>
      <div className="acts">
        <Button small look="principal" onClick={onStart}>
          {t("offre.commencer")}
        </Button>
        <Button small onClick={putOff}>
          {t("offre.plusTard")}
        </Button>
        <Button small look="discret" onClick={putAway}>
          {t("offre.jamais")}
        </Button>
      </div>
    </section>
  );
}

/** Asked of the service once the page stands, and only where it may come: it costs the page itself nothing. */
function useOffer(visite: VisiteName) {
  const me = useMe();
  const utils = trpc.useUtils();
  const [isWanted, setWanted] = useState(false);
  useEffect(() => setWanted(sessionStorage.getItem(laterKey) === null), []);
  const enabled = isWanted && me?.visite === null;
  const kept = trpc.compte.visites.useQuery(undefined, {
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const keep = trpc.compte.keepVisites.useMutation({
    onSettled: () => utils.compte.visites.invalidate(),
  });
  const putOff = () => {
    sessionStorage.setItem(laterKey, "oui");
    setWanted(false);
  };
  const putAway = () => {
    setWanted(false);
    keep.mutate({ visites: [...visitesGuidees] });
  };
  const isShown = enabled && kept.data !== undefined && !kept.data.includes(visite);
  return { isShown, putOff, putAway };
}

/** Escape puts it off, unless it is meant for what one types or for a dialogue. */
function useEscape(isShown: boolean, putOff: () => void): void {
  useEffect(() => {
    if (!isShown) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isTyping(event)) return;
      if (document.querySelector("dialog[open], [role=dialog], :popover-open")) return;
      putOff();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
