import { randomBytes } from "node:crypto";
import { passkeys } from "#db/control/schema/passkeys";
import { drawLinkToken } from "#server/auth/draw-link-token";
import { grantData } from "#server/compte/data-grant";
import { sessionRef } from "#server/compte/session-ref";
import { newId } from "#server/id";
import { aColleague, type StaffedSociete, testPassword } from "../../support/a-staffed-societe.ts";
import type { World } from "../a-world.ts";
import type { Cases } from "../case.ts";

const confirmed = { current_password: testPassword };

/** What a device would answer; nobody made it. */
const response = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  clientExtensionResults: {},
};

/** A passkey of the administrator of a société, as far as the database knows. */
async function aPasskey({ staff }: StaffedSociete, { service }: World): Promise<string> {
  const id = newId();
  const key = {
    credentialId: randomBytes(16).toString("base64url"),
    nom: "Téléphone",
    publicKey: "AAAA",
    counter: 0,
    createdAt: 0,
  };
  await service.doors.control.write((tx) =>
    tx.insert(passkeys).values({ id, userId: staff.admin.userId, ...key }),
  );
  return id;
}

/** A session of the administrator beside the one they use. */
async function aSessionRef({ staff }: StaffedSociete, { service }: World): Promise<string> {
  const { auth, clock } = service.doors;
  const sessionId = randomBytes(32).toString("hex");
  const { at } = clock();
  const where = { societeId: null, ip: null, agent: null, secondFactorAt: null };
  const attributes = { ...where, createdAt: at, lastSeenAt: at };
  await auth.lucia.createSession(staff.admin.userId, attributes, { sessionId });
  return sessionRef(sessionId);
}

/** Of the administrator of a société, who has just given their password again. */
export async function aGrant({ staff }: StaffedSociete, { service }: World): Promise<string> {
  const { auth, clock } = service.doors;
  const now = clock();
  const session = await auth.findSession(staff.admin.cookie.replace(/^[^=]+=/, ""), now);
  if (!session) throw new Error("not logged in");
  const doer = { userId: session.user.id, sessionId: session.sessionId, ip: "192.0.2.1", now };
  return grantData(auth, testPassword, doer);
}

async function aVerification({ id, mark }: StaffedSociete, { service }: World): Promise<string> {
  const { control, clock } = service.doors;
  const { userId, email } = await aColleague(service, { mark, as: "comptable", societes: [id] });
  const link = { userId, kind: "email_verification" as const, subject: email };
  return (await drawLinkToken(control, link, clock().at)) ?? "";
}

const madeUp = () => ({
  "a token of one's own making": { token: randomBytes(32).toString("base64url") },
});

export const compteCases: Cases = {
  "compte.get": { own: () => ({}) },
  "compte.updateIdentity": {
    own: ({ staff, mark }) => ({ prenom: "", nom: mark, username: staff.admin.username }),
    reaching: ({ b }) => ({
      "B's username": { prenom: "", nom: "", username: b.staff.admin.username },
    }),
  },
  "compte.chooseLangue": { own: () => ({ langue: "fr" }) },
  "compte.visites": { own: () => undefined },
  "compte.keepVisites": { own: () => ({ visites: ["liste"] }) },
  "compte.changePassword": {
    own: () => ({ current_password: "pas-le-bon-mot-de-passe", password: testPassword }),
    refusedBecause: "422 PASSWORD_WRONG",
  },
  "compte.changeEmail": {
    own: () => ({ ...confirmed, email: `${randomBytes(4).toString("hex")}@neuf.example` }),
    reaching: ({ b }) => ({ "B's address": { ...confirmed, email: b.staff.admin.email } }),
  },
  "compte.cancelEmailChange": { own: () => ({}) },
  "compte.confirmEmailChange": {
    own: () => ({ token: "A".repeat(43) }),
    reaching: madeUp,
    session: "none",
    refusedBecause: "400 LINK_INVALID",
  },
  "compte.sendVerification": { own: () => ({}) },
  "compte.verifyEmail": {
    own: async (of, world) => ({ token: await aVerification(of, world) }),
    reaching: madeUp,
    session: "none",
  },
  "compte.startTotp": { own: () => confirmed },
  "compte.enrolment": { own: () => ({}) },
  "compte.confirmTotp": { own: () => ({ code: "x" }), refusedBecause: "422 CODE_WRONG" },
  "compte.removeTotp": {
    own: () => ({ current_password: "pas-le-bon-mot-de-passe" }),
    refusedBecause: "422 PASSWORD_WRONG",
  },
  "compte.recoverySheet": { own: () => ({}) },
  "compte.discardRecoverySheet": { own: () => ({}) },
  "compte.renewRecoveryCodes": { own: () => confirmed, refusedBecause: "409 ENROLMENT_OVER" },
  "compte.startPasskey": { own: () => ({ ...confirmed, nom: "Téléphone" }) },
  "compte.addPasskey": {
    own: () => ({
      nom: "Téléphone",
      response: { ...response, response: { clientDataJSON: "AAAA", attestationObject: "AAAA" } },
    }),
    refusedBecause: "422 PASSKEY_REFUSED",
  },
  "compte.renamePasskey": {
    own: async (of, world) => ({ passkeyId: await aPasskey(of, world), nom: "Ordinateur" }),
  },
  "compte.removePasskey": {
    own: async (of, world) => ({
      passkeyId: await aPasskey(of, world),
      current_password: "pas-le-bon-mot-de-passe",
    }),
    refusedBecause: "422 PASSWORD_WRONG",
  },
  "compte.erasure": { own: () => ({}) },
  "compte.grantData": { own: () => confirmed },
  "compte.data": {
    own: () => ({ grant: "k1.AAAA.AAAA" }),
    reaching: async (world) => ({ "B's grant": { grant: await aGrant(world.b, world) } }),
    refusedBecause: "400 LINK_INVALID",
  },
  "compte.erase": { own: () => confirmed, session: "leaver" },
  "compte.sessions": { own: () => ({}) },
  "compte.endSession": { own: async (of, world) => ({ ref: await aSessionRef(of, world) }) },
  // Theirs would end those the suite works with.
  "compte.endOtherSessions": {
    own: () => ({}),
    session: "none",
    refusedBecause: "401 SESSION_REQUIRED",
  },
};

/** A passkey login that no device signed. */
export const unsigned = {
  isAlone: true,
  response: {
    ...response,
    response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
  },
};
