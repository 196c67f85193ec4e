import { CircleCheck, LockKeyhole } from "lucide-react";
import { Trans, useTranslation } from "react-i18next";
import type { Limite } from "#server/domain/quota";
import { longDayOf, shortDayOf } from "../../days";
import { useLimitWords } from "../tarifs/use-limit-words";
import { useConsoleSociete } from "./societe-view";
import { useBytes } from "./use-bytes";

const strong = { b: <b /> };

/** Each limit with what makes it: « 20 : offre Essentiel 15 + 5 offertes jusqu’au 31 mars ». */
export function DroitsSection() {
  const { t } = useTranslation("societes");
  const { figures, droits, stripe } = useConsoleSociete();
  const bytes = useBytes();
  if (stripe === null) return null;
  const { version, copiedVersion } = stripe;
  return (
    <section className="zone" aria-labelledby="droits-titre">
      <header className="zone-t">
        <h2 id="droits-titre">{t("droits.titre")}</h2>
        <p>{t(copiedVersion < version ? "droits.noteRetard" : "droits.note", { version })}</p>
      </header>
      <table className="table table--serre table--nu">
        <caption className="vh">{t("droits.legende")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("droits.droit")}</th>
            <th scope="col">{t("droits.usage")}</th>
            <th scope="col">{t("droits.pourquoi")}</th>
          </tr>
        </thead>
        <tbody>
          <Droit limite="factures" used={String(figures.factures)} />
          <Droit limite="utilisateurs" used={String(droits.places)} />
          <Droit limite="stockage" used={bytes(figures.octets)} />
          <Emettre />
        </tbody>
      </table>
    </section>
  );
}

function Droit({ limite, used }: { readonly limite: Limite; readonly used: string }) {
  const { t } = useTranslation("societes");
  const { droits } = useConsoleSociete();
  const { count, storage } = useLimitWords();
  const say = limite === "stockage" ? storage : count;
  const { plan, limits } = droits;
  const own = plan.limits[limite];
  const total = limits[limite];
  return (
    <tr>
      <th scope="row">{t(`droits.${limite}`)}</th>
      <td className="num">{total === null ? used : `${used}/${say(total)}`}</td>
      <td className="raison">
        <Trans
          t={t}
          i18nKey={own === null ? "droits.offreSansLimite" : "droits.offre"}
          values={{ limite: say(own), nom: plan.nom }}
          components={strong}
        />
        {limite === "utilisateurs" && t("droits.comptable")}
        <Granted limite={limite} />
      </td>
    </tr>
  );
}

function Granted({ limite }: { readonly limite: Limite }) {
  const { t } = useTranslation("societes");
  const { droits } = useConsoleSociete();
  const { count, storage } = useLimitWords();
  const say = limite === "stockage" ? storage : count;
  return droits.derogations
    .filter((one) => one.limite === limite)
    .map(({ id, ajout, until, reason }) => (
      <Trans
        key={id}
        t={t}
        i18nKey={
          ajout === null
            ? until === null
              ? "droits.leveToujours"
              : "droits.leve"
            : until === null
              ? "droits.plusToujours"
              : "droits.plus"
        }
        values={{
          ajout: say(ajout),
          raison: reason,
          jour: until === null ? "" : longDayOf(until - 1),
        }}
        components={strong}
      />
    ));
}

/** Whether it may issue, and from when it may not. */
function Emettre() {
  const { t } = useTranslation("societes");
  const { access } = useConsoleSociete().droits;
  const isRefused = access === "read_only";
  const Icon = isRefused ? LockKeyhole : CircleCheck;
  return (
    <tr>
      <th scope="row">{t("droits.emettre")}</th>
      <td>
        <span className="badge badge--etat" data-v={isRefused ? "erreur" : "succes"}>
          <Icon className="ic" aria-hidden />
          {t(isRefused ? "droits.refuse" : "droits.permis")}
        </span>
      </td>
      <td className="raison">
        <Why />
      </td>
    </tr>
  );
}

function Why() {
  const { t } = useTranslation("societes");
  const { access, accessSince, graceEndsAt, source, plan, trialEndsAt, suspension, closing } =
    useConsoleSociete().droits;
  const nom = plan.nom;
  if (access === "grace")
    return (
      <Trans
        t={t}
        i18nKey="droits.grace"
        values={{ depuis: shortDayOf(accessSince ?? 0), jour: longDayOf(graceEndsAt ?? 0) }}
        components={strong}
      />
    );
  if (access === "read_only")
    return (
      <Trans
        t={t}
        i18nKey={readOnlyWords(suspension !== null, closing !== null)}
        values={{ jour: longDayOf(accessSince ?? 0) }}
        components={strong}
      />
    );
  if (source === "essai") return t("droits.essai", { nom, jour: longDayOf(trialEndsAt ?? 0) });
  return t(`droits.${source}`, { nom });
}

/** What stops a société first: our own act, its own leaving, then the payment. */
function readOnlyWords(isSuspended: boolean, isClosing: boolean) {
  if (isSuspended) return "droits.suspendue";
  return isClosing ? "droits.fermeture" : "droits.lecture";
}
