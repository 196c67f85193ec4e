import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSociete } from "../../session";
import type { RouterOutputs } from "../../trpc";
import { Write } from "../../write";
import { ErrorSummary } from "../error-summary";
import { Modal } from "../facture-modal/modal";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { inviteForm, removeForm, updateForm } from "./equipe-forms";
import { RightsFields } from "./rights-fields";

type Member = RouterOutputs["equipe"]["get"]["members"][number];
type Props = { readonly members: readonly Member[] };

const page = "/reglages/equipe";

/** The act asked for by the address (`?acte=inviter`): a link opens it, with or without JavaScript. */
export function EquipeModal({ members }: Props) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const close = () => navigate(page, { replace: true, preventScrollReset: true });
  const acte = search.get("acte");
  const member = members.find(({ userId }) => userId === search.get("membre"));
  if (acte === "inviter") return <InviteModal onClose={close} />;
  if (acte === "modifier" && member) return <UpdateModal member={member} onClose={close} />;
  if (acte === "retirer" && member) return <RemoveModal member={member} onClose={close} />;
  return null;
}

function Acts({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("equipe");
  return (
    <div className="acts acts--fin">
      <Link className="bouton" to={page} replace preventScrollReset>
        {t("modale.annuler")}
      </Link>
      {children}
    </div>
  );
}

function InviteModal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("equipe");
  const societe = useSociete()?.nom ?? "";
  return (
    <Modal title={t("modale.inviterTitre", { societe })} onClose={onClose}>
      <Write form={inviteForm} className="form-grille">
        <ErrorSummary labels={{ email: t("droits.email"), mayExport: t("droits.mayExport") }} />
        <TextField
          name="email"
          label={t("droits.email")}
          help={t("droits.emailAide")}
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
        <RightsFields />
        <Acts>
          <SubmitButton>{t("modale.inviter")}</SubmitButton>
        </Acts>
      </Write>
    </Modal>
  );
}

type MemberProps = { readonly member: Member; readonly onClose: () => void };

function UpdateModal({ member, onClose }: MemberProps) {
  const { t } = useTranslation("equipe");
  const { userId, nom } = member;
  return (
    <Modal title={t("modale.modifierTitre", { nom })} onClose={onClose}>
      <Write form={updateForm} className="form-grille">
        <ErrorSummary labels={{ mayExport: t("droits.mayExport") }} />
        <input type="hidden" name="userId" value={userId} />
        <RightsFields rights={member} />
        <p className="note">{t("modale.modifierSuite")}</p>
        <Acts>
          <SubmitButton>{t("modale.modifier")}</SubmitButton>
        </Acts>
      </Write>
    </Modal>
  );
}

function RemoveModal({ member: { userId, nom }, onClose }: MemberProps) {
  const { t } = useTranslation("equipe");
  const societe = useSociete()?.nom ?? "";
  return (
    <Modal title={t("modale.retirerTitre", { nom })} onClose={onClose}>
      <p>{t("modale.retirerTexte", { nom, societe })}</p>
      <Write form={removeForm} className="form-grille">
        <ErrorSummary labels={{}} />
        <input type="hidden" name="userId" value={userId} />
        <Acts>
          <SubmitButton look="danger">{t("modale.retirer", { nom })}</SubmitButton>
        </Acts>
      </Write>
    </Modal>
  );
}
