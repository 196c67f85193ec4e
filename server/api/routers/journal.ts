import { tracked } from "@trpc/server";
import { z } from "zod";
import { openSessionStream, type SessionStream } from "#server/auth/open-session-stream";
import { followJournal } from "#server/journal/follow-journal";
import { lastVerification } from "#server/journal/last-verification";
import { listActors, listJournal } from "#server/journal/list-journal";
import { verifyChain } from "#server/journal/verify-chain";
import type { Tenant } from "#server/tenancy/tenant";
import type { Context } from "../context.ts";
import { nothing } from "../fields.ts";
import { JournalQueryInput, JournalSelectionInput } from "../journal-input.ts";
import { router, societeProcedure } from "../procedures.ts";

/** The browser gives back the id of the last event it saw. */
const Live = z
  .strictObject({
    lastEventId: z
      .string()
      .regex(/^\d{1,15}$/)
      .nullish(),
  })
  .nullish();

export const journalRouter = router({
  list: societeProcedure("journal")
    .meta({ foreign: "OWN" })
    .input(JournalQueryInput)
    .query(({ ctx, input }) => listJournal(ctx.tenant, input)),

  /** For the download route: the right to take the lines away, and which. */
  export: societeProcedure("journal")
    .meta({ foreign: "OWN", limit: "export" })
    .input(JournalSelectionInput)
    .query(({ ctx, input }) => ({ societeId: ctx.tenant.societeId, selection: input })),

  /** Who the journal names, and what the last nightly check of its chain found. */
  overview: societeProcedure("journal")
    .meta({ foreign: "OWN" })
    .input(nothing)
    .query(async ({ ctx: { tenant } }) => ({
      actors: await listActors(tenant),
      verified: await lastVerification(tenant),
    })),

  verify: societeProcedure("societe.read")
    .meta({ foreign: "OWN", limit: "heavy" })
    .input(nothing)
    .query(({ ctx }) => verifyChain(ctx.tenant)),

  /** Ends when the session does, or leaves the société. Registered before it answers: one too many is refused as any call. */
  live: societeProcedure("societe.read")
    .meta({ foreign: "OWN" })
    .input(Live)
    .subscription(({ ctx, input, signal }) => {
      const after = input?.lastEventId ? Number(input.lastEventId) : null;
      const session = openSessionStream(ctx.doors.auth, ctx.session);
      // Left before it began: nothing would run the generator's end.
      signal?.addEventListener("abort", session.release, { once: true });
      const stop = signal ? AbortSignal.any([signal, session.signal]) : session.signal;
      return follow(ctx, { after, stop, session });
    }),
});

type Following = {
  readonly after: number | null;
  readonly stop: AbortSignal;
  readonly session: SessionStream;
};

async function* follow(
  { tenant, doors, tell }: Pick<Context, "doors" | "tell"> & { readonly tenant: Tenant },
  { after, stop, session }: Following,
) {
  try {
    for await (const event of followJournal(tenant, after, stop)) {
      if (tell) tell(event);
      else yield tracked(String(event.id), event);
    }
    // A stream that is cut, instead of said to be over: the page comes back when the service does.
    if (doors.isClosing()) session.signal.throwIfAborted();
  } finally {
    session.release();
  }
}
