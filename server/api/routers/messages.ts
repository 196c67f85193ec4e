import { listMessages } from "#server/mail/list-messages";
import { nothing } from "../fields.ts";
import { router, societeProcedure } from "../procedures.ts";

export const messagesRouter = router({
  list: societeProcedure("journal")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(({ ctx }) => listMessages(ctx.doors.control, ctx.tenant.societeId)),
});
