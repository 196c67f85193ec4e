import { listPlans } from "#server/billing/list-plans";
import { nothing } from "../fields.ts";
import { publicProcedure, router } from "../procedures.ts";

/** What is on sale, for anybody. */
export const plansRouter = router({
  list: publicProcedure.input(nothing).query(({ ctx }) => listPlans(ctx.doors.control)),
});
