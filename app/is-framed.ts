import type { Me } from "./session";

/** Whether this person has a société open before them: what surrounds its pages can be read. */
export const isFramed = (me: Me): boolean =>
  me?.member != null && (!me.member.asksSecondFactor || me.secondFactor.isGiven);
