import { randomBytes } from "node:crypto";
import { drawLinkToken } from "#server/auth/draw-link-token";
import { aColleague, testPassword } from "../../support/a-staffed-societe.ts";
import type { Cases } from "../case.ts";
import { unsigned } from "./compte-cases.ts";

const newPassword = "parapluie-tilleul-granit-4";

const registration = (nom_societe: string, email: string) => ({
  nom_societe,
  email,
  username: `nouveau-${randomBytes(4).toString("hex")}`,
  password: testPassword,
});

export const authCases: Cases = {
  "auth.register": {
    own: ({ mark }) =>
      registration(`${mark} bis`, `${randomBytes(4).toString("hex")}@neuf.example`),
    reaching: ({ b }) => ({
      "an account with B's address": registration("Intrus", b.staff.admin.email),
      "an account with B's name": registration(
        b.nom,
        `${randomBytes(4).toString("hex")}@x.example`,
      ),
    }),
    session: "none",
  },
  "auth.login": {
    own: ({ staff }) => ({ identifiant: staff.admin.username, password: testPassword }),
    reaching: ({ b }) => ({
      "B's address, another password": {
        identifiant: b.staff.admin.email,
        password: "pas-le-bon-mot-de-passe",
      },
    }),
    session: "none",
  },
  "auth.giveSecondFactor": {
    own: () => ({ code: "123456" }),
    session: "none",
    refusedBecause: "401 PENDING_LOGIN_OVER",
  },
  "auth.startPasskeyLogin": { own: () => ({ isAlone: true }), session: "none" },
  "auth.loginWithPasskey": {
    own: () => unsigned,
    session: "none",
    refusedBecause: "422 PASSKEY_REFUSED",
  },
  "auth.pending": { own: () => ({}), session: "none" },
  "auth.logout": { own: () => ({}), session: "spare" },
  "auth.me": { own: () => ({}) },
  "auth.chooseSociete": { own: ({ id }) => ({ societeId: id }) },
  "auth.forgotPassword": {
    own: ({ staff }) => ({ email: staff.comptable.email }),
    reaching: ({ b }) => ({ "B's address": { email: b.staff.comptable.email } }),
    session: "none",
  },
  "auth.resetPassword": {
    own: async ({ mark, id }, { service }) => {
      const { doors } = service;
      const { userId } = await aColleague(service, { mark, as: "comptable", societes: [id] });
      return {
        token: await drawLinkToken(
          doors.control,
          { userId, kind: "password_reset" },
          doors.clock().at,
        ),
        password: newPassword,
      };
    },
    reaching: () => ({
      "a token of one's own making": {
        token: randomBytes(32).toString("base64url"),
        password: newPassword,
      },
    }),
    session: "none",
  },
};
