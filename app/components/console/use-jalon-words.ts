import { useTranslation } from "react-i18next";
import { longDayOf } from "../../days";
import { words } from "../../i18n/spoken";
import type { Words } from "../../i18n/twin";
import type { Jalon } from "./chronologie";

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "—";

type Titles = Words["societes"]["jalon"];
type Statuses = Words["societes"]["chronologie"]["statut"];

const isKnown = (key: string): key is keyof Titles => Object.hasOwn(words().societes.jalon, key);

type Told = Pick<Jalon, "kind" | "actor" | "details">;

/** What a line of the timeline says, and what stands under it. */
export function useJalonWords() {
  const { t } = useTranslation("societes");

  /** Stripe's own words stay Stripe's: they are what one looks for in its pages. */
  const title = ({ kind, actor, details }: Told): string => {
    const key = kind.replaceAll(".", "_");
    if (!isKnown(key)) return kind;
    const until = details["until"];
    return t(`jalon.${key}`, {
      nom: actor ?? "",
      email: text(details["email"]),
      statut: text(details["status"]),
      tarif: text(details["planCode"]),
      objet: text(details["objet"]),
      mois: text(details["mois"]),
      jour: typeof until === "number" ? longDayOf(until - 1) : "",
    });
  };

  const statusOf = ({ details }: Jalon): string => {
    const status = details["status"] as keyof Statuses;
    return t(`chronologie.statut.${status}`, {
      essais: text(details["attempts"]),
      erreur: text(details["error"]),
    });
  };

  const more = (jalon: Jalon): string => {
    const { source, actor, reason, kind } = jalon;
    const named = source === "compte" || (source === "acte" && kind !== "societe.noted");
    return [
      source === "stripe" ? statusOf(jalon) : "",
      named && actor !== null ? t("chronologie.par", { nom: actor }) : "",
      reason === null ? "" : t("chronologie.raison", { raison: reason }),
    ]
      .filter(Boolean)
      .join(", ");
  };
  return { title, more };
}
