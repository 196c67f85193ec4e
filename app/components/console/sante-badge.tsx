import { Ban, CircleCheck, DatabaseZap, Unplug } from "lucide-react";
import { useTranslation } from "react-i18next";

const looks = {
  saine: { icon: CircleCheck, look: "succes" },
  migration_echouee: { icon: DatabaseZap, look: "attention" },
  suspendue: { icon: Ban, look: "erreur" },
  indisponible: { icon: Unplug, look: "erreur" },
} as const;

/** Whether a société's database answers and is of today's shape, or whether the staff has stopped it. */
export function SanteBadge({ sante }: { readonly sante: keyof typeof looks }) {
  const { t } = useTranslation("societes");
  const { icon: Icon, look } = looks[sante];
  return (
    <span className="badge badge--etat" data-v={look}>
      <Icon className="ic" aria-hidden />
      {t(`sante.${sante}`)}
    </span>
  );
}
