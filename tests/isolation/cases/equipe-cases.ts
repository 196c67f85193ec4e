import { randomBytes } from "node:crypto";
import { defaultSettings } from "#server/domain/permissions";
import { drawInvitation } from "#server/equipe/draw-invitation";
import { aColleague, type StaffedSociete, testPassword } from "../../support/a-staffed-societe.ts";
import type { World } from "../a-world.ts";
import type { Cases } from "../case.ts";

const word = () => randomBytes(4).toString("hex");
const rights = { role: "comptable", ...defaultSettings } as const;

const somebody = ({ mark }: StaffedSociete) => ({
  email: `invite-${word()}@${mark.toLowerCase()}.example`,
  ...rights,
});

const anInvitation = async (of: StaffedSociete) => {
  const { invitationId } = (await of.call("equipe.invite", somebody(of))) as {
    invitationId: string;
  };
  return { invitationId };
};

/** The secret of a link, as its mail would carry it. */
const aLink = async (of: StaffedSociete, { service }: World) => {
  const { control, clock, mail } = service.doors;
  const { invitationId } = await anInvitation(of);
  await mail.flush(); // the mail draws its own, which a later one replaces
  return { token: await drawInvitation(control, invitationId, clock().at) };
};

const aMember = async ({ mark, id }: StaffedSociete, { service }: World) => {
  const { userId } = await aColleague(service, { mark, as: "comptable", societes: [id] });
  return { userId };
};

const forged = () => ({ token: randomBytes(32).toString("base64url") });
const newcomer = () => ({
  ...{ prenom: "Lucas", nom: "Moreau", username: `venu-${word()}` },
  password: testPassword,
});

export const equipeCases: Cases = {
  "equipe.get": { own: () => ({}) },
  "equipe.invite": { own: somebody },
  "equipe.resend": { own: anInvitation },
  "equipe.revoke": { own: anInvitation },
  "equipe.update": { own: async (of, world) => ({ ...(await aMember(of, world)), ...rights }) },
  "equipe.remove": { own: aMember },
  "equipe.leave": { own: () => ({}), session: "leaver" },
  "invitation.get": {
    own: aLink,
    reaching: () => ({ "a link of one's own making": forged() }),
    session: "none",
  },
  // Addressed to somebody else: only the right address may answer, whatever société one comes from.
  "invitation.join": {
    own: aLink,
    reaching: async (world) => ({
      "B's invitation": await aLink(world.b, world),
      "a link of one's own making": forged(),
    }),
    refusedBecause: "403 INVITATION_FOR_ANOTHER",
  },
  "invitation.register": {
    own: async (of, world) => ({ ...(await aLink(of, world)), ...newcomer() }),
    reaching: () => ({ "a link of one's own making": { ...forged(), ...newcomer() } }),
    session: "none",
  },
};
