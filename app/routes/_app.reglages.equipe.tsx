import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { DoneFlash } from "../components/done-flash";
import {
  inviteForm,
  removeForm,
  resendForm,
  revokeForm,
  updateForm,
} from "../components/equipe/equipe-forms";
import { EquipeModal } from "../components/equipe/equipe-modal";
import { InvitationsSection } from "../components/equipe/invitations-section";
import { MembersSection } from "../components/equipe/members-section";
import { PermissionsTable } from "../components/equipe/permissions-table";
import { Page } from "../components/page";
import { ReglagesTabs } from "../components/reglages/reglages-tabs";
import { words } from "../i18n/spoken";
import { pageTitle } from "../page-title";
import { prefetch } from "../read.server";
import { requirePermission } from "../require-permission.server";
import { type RouterOutputs, trpc } from "../trpc";
import { writes } from "../write.server";

export const meta = () => pageTitle(words().equipe.titre, words().reglages.titre);

export const action = writes([inviteForm, resendForm, revokeForm, updateForm, removeForm]);

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "equipe");
  return prefetch(args, (queries) => [queries.equipe.get.fetch()]);
}

/** An invitation just written leaves within a second or two. */
const leavingMs = 2_000;
type Invitation = RouterOutputs["equipe"]["get"]["invitations"][number];
const isLeaving = ({ mail }: Invitation) => mail?.state === "waiting" && mail.retryAt === null;

export default function EquipePage() {
  const { t } = useTranslation(["equipe", "reglages"]);
  const [{ members, invitations, seats, at }] = trpc.equipe.get.useSuspenseQuery(undefined, {
    refetchInterval: ({ state }) => (state.data?.invitations.some(isLeaving) ? leavingMs : false),
  });
  return (
    <Page title={t("titre")} breadcrumb={[{ to: "/reglages", label: t("reglages:titre") }]}>
      <ReglagesTabs />
      <DoneFlash
        sentences={{
          invite: t("fait.invite"),
          renvoye: t("fait.renvoye"),
          retiree: t("fait.retiree"),
          droits: t("fait.droits"),
          retire: t("fait.retire"),
        }}
      />
      <div className="equipe">
        <MembersSection members={members} seats={seats} now={at} />
        <InvitationsSection invitations={invitations} seats={seats} />
        <PermissionsTable members={members} />
      </div>
      <EquipeModal members={members} />
    </Page>
  );
}
