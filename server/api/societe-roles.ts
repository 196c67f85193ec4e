import { societeProcedure } from "./procedures.ts";

/** Who may call: everybody of the société reads; staff writes; its administrators set it up. */
export const everyone = societeProcedure("admin", "employe", "comptable");
export const staff = societeProcedure("admin", "employe");
export const admins = societeProcedure("admin");
