import { useTranslation } from "react-i18next";
import type { Me } from "../../session";
import { DemonstrationForm } from "./demonstration-form";
import { openDemonstrationForm } from "./demonstration-forms";

type Props = { readonly me: NonNullable<Me> };

/** For whom administers a société: one more to try in, made once and found again afterwards. */
export function DemonstrationOffer({ me }: Props) {
  const { t } = useTranslation("demonstration");
  const isAdmin = me.memberships.some(
    ({ role, isDemonstration: isMadeUp }) => role === "admin" && !isMadeUp,
  );
  if (!isAdmin || me.visite) return null;
  const isThere = me.memberships.some(({ isDemonstration }) => isDemonstration);
  return (
    <div className="demo-offre">
      <p>{t(isThere ? "offre.rouvrir" : "offre.texte")}</p>
      <DemonstrationForm
        form={openDemonstrationForm}
        label={t(isThere ? "offre.ouvrir" : "offre.creer")}
        working={t(isThere ? "offre.ouverture" : "offre.preparation")}
        small
      />
    </div>
  );
}
