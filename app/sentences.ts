import { useTranslation } from "react-i18next";
import { todayInParis } from "#server/domain/calendar";
import { permissions } from "#server/domain/permissions";
import type { Problem } from "#server/domain/refusal";
import { afterQuota } from "./components/bandeau/notice-words";
import { useLimitWords } from "./components/tarifs/use-limit-words";
import { formatEuros, formatLongDay } from "./formats";
import { words } from "./i18n/spoken";
import type { Failure } from "./trpc";

const isKey = <T extends object>(names: T, key: unknown): key is keyof T & string =>
  typeof key === "string" && Object.hasOwn(names, key);

/** The sentences of what the server answers by a code. */
export function useSentences() {
  const { t, i18n } = useTranslation();
  const abonnement = useTranslation("abonnement");
  const { size } = useLimitWords();
  /** Codes and details come from the server: their types cannot name the key. */
  const say = i18n.t as unknown as (key: string, details: object) => string;

  const ofProblem = ({ code, details }: Problem): string => {
    return say(isKey(words().problems, code) ? `problems:${code}` : "problems:INVALID", {
      ...details,
    });
  };

  /** The refusal itself; without one, how many fields to correct, or that the service failed. */
  const ofFailure = ({ refusal, details, problems, requestId, offline }: Failure): string => {
    if (offline) return t("formulaire.horsConnexion");
    if (refusal)
      return say(`refusals:${refusal}`, {
        ...details,
        ...wordsOf(details),
        ...planWords(refusal, details),
      });
    if (problems.length > 0) return t("formulaire.aCorriger", { count: problems.length });
    return t("formulaire.inattendu", { code: requestId ?? "—" });
  };

  /** Details that are not words yet. */
  const wordsOf = ({ seconds, until, role, permission, fault, resteTtc }: Failure["details"]) => ({
    ...(resteTtc !== undefined && { reste: formatEuros(Number(resteTtc)) }),
    ...(seconds !== undefined && { attente: waitOf(Number(seconds)) }),
    ...(until !== undefined && { jour: formatLongDay(todayInParis(Number(until))) }),
    ...(role !== undefined && { raison: reasonOf(role, permission) }),
    ...(isKey(words().commun.fauteNumero, fault) && { faute: t(`fauteNumero.${fault}`) }),
  });

  const reasonOf = (role: unknown, permission: unknown): string =>
    isKey(words().commun.role, role) && isKey(permissions, permission)
      ? t("roleInterdit", {
          role: t(`role.${role}`).toLowerCase(),
          peut: t(`rolePermet.${role}`),
          pas: t(`sansPermission.${permission}`),
        })
      : t("compteInterdit");

  /** What lifts a limit of the plan. */
  const planWords = (refusal: string, { until, limit, next, nextLimit }: Failure["details"]) => ({
    ...(refusal === "QUOTA_REACHED" && {
      suite: afterQuota(abonnement.t, {
        until: Number(until),
        next:
          next === undefined
            ? null
            : { nom: String(next), factures: nextLimit === undefined ? null : Number(nextLimit) },
      }),
    }),
    ...(refusal === "STORAGE_REACHED" && { taille: size(Number(limit)) }),
  });

  const waitOf = (seconds: number): string =>
    seconds < 60
      ? t("attente.secondes", { count: seconds })
      : t("attente.minutes", { count: Math.ceil(seconds / 60) });

  return { ofProblem, ofFailure };
}
