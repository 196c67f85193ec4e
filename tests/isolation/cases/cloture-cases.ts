import type { Cases } from "../case.ts";

export const clotureCases: Cases = {
  "cloture.get": { own: () => ({}) },
  "cloture.export": { own: () => ({}) },
  // A société that closes would refuse everything the suite tries next.
  "cloture.request": {
    own: ({ nom }) => ({ nom, current_password: "pas-le-bon-mot-de-passe" }),
    refusedBecause: "422 PASSWORD_WRONG",
  },
  "cloture.cancel": { own: () => ({}), refusedBecause: "409 CLOTURE_NOT_ASKED" },
};
