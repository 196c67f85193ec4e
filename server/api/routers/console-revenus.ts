import { exportRevenus, readRevenus } from "#server/console/read-revenus";
import { nothing } from "../fields.ts";
import { router, superAdminProcedure } from "../procedures.ts";

const staff = superAdminProcedure.meta({ foreign: "OWN" });

/** What the subscriptions bring. */
export const consoleRevenusRouter = router({
  get: staff.input(nothing).query(({ ctx }) => readRevenus(ctx.doors.control, ctx.now)),

  csv: staff.input(nothing).query(({ ctx }) => exportRevenus(ctx.doors.control, ctx.now)),
});
