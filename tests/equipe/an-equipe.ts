import { momentOf } from "#server/clock";
import { aService } from "../support/a-service.ts";
import { aStaffedSociete, logIn } from "../support/a-staffed-societe.ts";
import { callProcedure } from "../support/trpc-wire.ts";

export const employe = {
  role: "employe",
  mayIssue: true,
  maySeeOthersAmounts: false,
  mayExport: false,
} as const;
export const comptable = { ...employe, role: "comptable" } as const;

/** A société whose administrator invites, whose mails are read, and whose people come and go. To be closed. */
export async function anEquipe() {
  let at = Date.now();
  const service = await aService({ clock: () => momentOf(at) });
  const societe = await aStaffedSociete(service, "Tilleul");
  const { doors } = service;
  const call = (path: string, input: unknown, cookie?: string | null) =>
    callProcedure(service, { path, input, cookie: cookie ?? null, societe: societe.id });
  let admin = societe.staff.admin.cookie;

  /** The secret of the last mail sent to an address. */
  const linkTo = async (email: string) => {
    await doors.mail.flush();
    const mails = (await doors.mail.mailbox?.listMails()) ?? [];
    const last = mails.find(({ to }) => to === email);
    const mail = last && (await doors.mail.mailbox?.readMail(last.id));
    return /\/invitation\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
  };
  return {
    service,
    societe,
    /** Time passes, and the administrator logs in again: nobody stays that long. */
    wait: async (ms: number) => {
      at += ms;
      admin = await logIn(service, societe.staff.admin.username);
    },
    doors,
    call,
    linkTo,
    asAdmin: (path: string, input?: unknown) => call(path, input, admin),
    /** Invites, and gives the link's secret back. */
    invite: async (email: string, rights: object = comptable) => {
      const answer = await call("equipe.invite", { email, ...rights }, admin);
      const { invitationId } = (answer.data ?? {}) as { invitationId: string };
      return { answer, invitationId, token: await linkTo(email) };
    },
    register: (token: string, username: string) =>
      call("invitation.register", {
        ...{ token, prenom: "Lucas", nom: "Moreau", username },
        password: "tournesol-velo-granit-8",
      }),
    team: async () => {
      const answer = await call("equipe.get", {}, admin);
      return answer.data as {
        members: { userId: string; nom: string; email: string; role: string }[];
        invitations: { id: string; email: string; mail: string; isExpired: boolean }[];
        seats: { taken: number; promised: number; limit: number | null };
      };
    },
  };
}
