import type { TFunction } from "i18next";
import { longDayOf, shortDayOf } from "../../days";
import { formatEuros } from "../../formats";
import type { Notice } from "../../use-usage";

export type NoticeWords = {
  /** What happens. */
  readonly strong: string;
  /** When, and what it changes. */
  readonly rest: string;
  /** The way out, for who may pay. */
  readonly act: { readonly label: string; readonly href: string };
};

type Words = TFunction<"abonnement">;
type Of<K extends Notice["kind"]> = Extract<Notice, { kind: K }>;
type Sayer<K extends Notice["kind"]> = (t: Words, notice: Of<K>, now: number) => NoticeWords;

const DAY_MS = 86_400_000;
const page = "/reglages/abonnement";
const toOffers = `${page}#offres`;

/** « 5 factures », « factures sans limite ». */
export const facturesOf = (t: Words, limit: number | null): string =>
  limit === null ? t("offre.facturesSansLimite") : t("offre.factures", { count: limit });

const sayers: { readonly [K in Notice["kind"]]: Sayer<K> } = {
  essai: (t, { endsAt, plan, next }, now) => ({
    strong: t("bandeau.essai", {
      nom: plan.nom,
      count: Math.max(1, Math.ceil((endsAt - now) / DAY_MS)),
    }),
    rest: t("bandeau.essaiSuite", {
      jour: shortDayOf(endsAt),
      suite: next.nom,
      factures: facturesOf(t, next.factures),
    }),
    act: { label: t("actes.choisirOffre"), href: toOffers },
  }),
  suppression: (t, { on }) => ({
    strong: t("bandeau.suppression", { jour: longDayOf(on) }),
    rest: t("bandeau.suppressionSuite"),
    act: { label: t("actes.annulerSuppression"), href: "/reglages/donnees#suppression" },
  }),
  suspension: (t, { since, motif }) => ({
    strong: t("bandeau.suspension", { jour: longDayOf(since) }),
    rest: t("bandeau.suspensionSuite", { motif }),
    act: { label: t("actes.voirSuspension"), href: "/reglages/suspension" },
  }),
  grace: (t, { since, until, dueTtc, dueUrl }) => ({
    strong:
      dueTtc === null
        ? t("bandeau.grace", { jour: shortDayOf(since) })
        : t("bandeau.graceMontant", { jour: shortDayOf(since), montant: formatEuros(dueTtc) }),
    rest: t("bandeau.graceSuite", { jour: shortDayOf(until - 1) }), // a given day ends at midnight
    act: { label: t("actes.payer"), href: dueUrl ?? page },
  }),
  lecture_seule: (t, { since, dueTtc, dueUrl }) => ({
    strong: t("bandeau.lectureSeule", { jour: shortDayOf(since) }),
    rest: t("bandeau.lectureSeuleSuite"),
    act: {
      label:
        dueTtc === null
          ? t("actes.payer")
          : t("actes.payerMontant", { montant: formatEuros(dueTtc) }),
      href: dueUrl ?? page,
    },
  }),
  fin_prevue: (t, { on, plan, next }) => ({
    strong: t("bandeau.fin", { nom: plan.nom, jour: longDayOf(on) }),
    rest: t("bandeau.finSuite", { suite: next.nom, factures: facturesOf(t, next.factures) }),
    act: { label: t("actes.garder", { nom: plan.nom }), href: page },
  }),
  changement_prevu: (t, { on, next }) => ({
    strong: t("bandeau.changement", { nom: next.nom, jour: longDayOf(on) }),
    rest: t("bandeau.changementSuite"),
    act: { label: t("lien.offres"), href: toOffers },
  }),
  a_confirmer: (t, { plan, dueUrl }) => ({
    strong: t("bandeau.confirmer", { nom: plan.nom }),
    rest: t("bandeau.confirmerSuite"),
    act: { label: t("actes.voirPaiement"), href: dueUrl ?? page },
  }),
  quota: (t, notice) => (notice.level === 100 ? quotaReached(t, notice) : quotaNear(t, notice)),
};

const quotaNear = (t: Words, { used, limit, until, next }: Of<"quota">): NoticeWords => ({
  strong: t("bandeau.proche", { pris: used, limite: limit }),
  rest: t("bandeau.procheSuite", { jour: shortDayOf(until) }),
  act: upgradeTo(t, next),
});

const quotaReached = (t: Words, { limit, until, next }: Of<"quota">): NoticeWords => ({
  strong: t("bandeau.atteint", { limite: limit }),
  rest: afterQuota(t, { until, next }),
  act: upgradeTo(t, next),
});

type Next = { readonly nom: string; readonly factures: number | null } | null;

const upgradeTo = (t: Words, next: Next) => ({
  label: next ? t("actes.passer", { nom: next.nom }) : t("lien.offres"),
  href: toOffers,
});

/** « Passez à Pro pour en émettre 500, ou attendez le 3 décembre. » */
export function afterQuota(
  t: Words,
  { until, next }: { readonly until: number; readonly next: Next },
): string {
  const jour = shortDayOf(until);
  if (!next) return t("bandeau.atteintAttendre", { jour });
  return next.factures === null
    ? t("bandeau.atteintPasserSansLimite", { nom: next.nom, jour })
    : t("bandeau.atteintPasser", { nom: next.nom, nombre: next.factures, jour });
}

/** A notice as it is read above the pages. */
export function noticeWords(t: Words, notice: Notice, now: number): NoticeWords {
  const say = sayers[notice.kind] as Sayer<Notice["kind"]>;
  return say(t, notice as never, now);
}
