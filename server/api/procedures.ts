import { initTRPC, TRPCError } from "@trpc/server";
import type { Membership, SessionView } from "#server/auth/session-view";
import { isAllowed, isBarred, type Permission } from "#server/domain/permissions";
import { Refusal, refusals } from "#server/domain/refusal";
import { wire } from "#server/domain/wire";
import { sightOf } from "#server/factures/amounts-sight";
import { assertAmountsShown } from "#server/factures/assert-amounts-shown";
import { log } from "#server/log";
import { traced } from "#server/traces/traced";
import { type Context, ownSociete } from "./context.ts";
import { formatError } from "./format-error.ts";
import type { LimitName } from "./limits.ts";
import { noteRefusal } from "./note-refusal.ts";

/**
 * What the isolation suite must see. `foreign`: société A calling with B's ids gets `NOT_FOUND`, or `OWN` where the
 * input names nothing that could belong to somebody else. A procedure without it fails the suite.
 */
type Meta = {
  readonly access?: "public" | "user" | "societe" | "super-admin";
  readonly permission?: Permission;
  readonly foreign?: "NOT_FOUND" | "OWN";
  /** How often it may be called; by its type unless said. */
  readonly limit?: LimitName;
  /** A mutation a société on its way out still makes; it refuses all others. */
  readonly whileClosing?: boolean;
  /** A mutation that is made while the service only reads: coming in, going out, taking one's data. The staff's own all are. */
  readonly whileMaintained?: boolean;
  /** Somebody who visits calls it, though it writes, or is of no société: leaving, what the frame reads. */
  readonly whileVisiting?: boolean;
  /** A mutation a société stopped by the operator still makes: paying, leaving; it refuses all others. */
  readonly whileSuspended?: boolean;
};

const limitOf = { query: "reading", mutation: "writing", subscription: "stream" } as const;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: wire,
    errorFormatter: formatError,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      maxDurationMs: 10 * 60_000,
      client: { reconnectAfterInactivityMs: 40_000 },
    },
  });

export const { router, createCallerFactory } = t;

/** The one place where a business refusal becomes a transport error, is told to the journal, and an unexpected one logged. */
const translated = t.procedure.use(async ({ ctx, path, type, next }) => {
  const { veille } = ctx.doors;
  const societeId = ctx.session?.member?.societeId ?? null;
  const start = performance.now();
  const result = await traced(spanOf(path, type, societeId), async (note) => {
    const answered = await next();
    if (!answered.ok) note({ "facturepro.failure": failureOf(answered.error) });
    return answered;
  });
  if (type !== "subscription")
    veille.answered({ place: path, societeId, ms: performance.now() - start });
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Refusal) {
    noteRefusal(ctx, cause, path);
    const { seconds } = cause.details;
    if (seconds !== undefined) ctx.resHeaders.set("retry-after", String(seconds));
    throw new TRPCError({ code: refusals[cause.code], message: cause.code, cause });
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR") {
    const { requestId } = ctx;
    log.error(
      { reqId: requestId, procedure: path, err: cause ?? result.error },
      "procedure failed",
    );
    veille.failed({ place: path, societeId, requestId });
  }
  return result;
});

const spanOf = (path: string, type: string, societeId: string | null) => ({
  name: `trpc ${path}`,
  facts: {
    "rpc.system": "trpc",
    "rpc.method": path,
    "facturepro.type": type,
    ...(societeId === null ? {} : { "facturepro.societe_id": societeId }),
  },
});

const failureOf = ({ code, cause }: TRPCError): string =>
  cause instanceof Refusal ? cause.code : code;

/** Counted procedure by procedure, inside a batch as anywhere. */
const bordered = translated.use(async ({ ctx, path, type, meta, next }) => {
  const { doors, session, ip, now } = ctx;
  if (type === "mutation") assertWriting(doors, meta);
  if (session?.visite) assertVisiting(type, meta);
  const caller = { userId: session?.user.id ?? null, ip, now };
  await doors.limits.admit(path, meta?.limit ?? limitOf[type], caller);
  return next();
});

/** How long to wait before trying again while the service only reads, seconds: nobody knows how long it lasts. */
const maintenanceSeconds = 120;

/** While the service only reads, nothing is written that people ask for. */
function assertWriting({ annonces }: Context["doors"], meta: Meta | undefined): void {
  if (annonces.maintenance() === null) return;
  if (meta?.whileMaintained || meta?.access === "super-admin") return;
  throw new Refusal("SERVICE_MAINTENANCE", { seconds: maintenanceSeconds });
}

/** What takes a file away, however it is asked. */
const takingAway: readonly (string | undefined)[] = ["document", "export", "exports", "donnees"];

/** Who visits reads the pages of that société: writes nothing, takes nothing away, and is nobody anywhere else. */
function assertVisiting(type: string, meta: Meta | undefined): void {
  if (meta?.whileVisiting) return;
  const isTaking = takingAway.includes(meta?.limit) || takingAway.includes(meta?.permission);
  const isReading =
    type !== "mutation" && (meta?.access === "societe" || meta?.access === "public");
  if (!isReading || isTaking) throw new Refusal("VISITE_READ_ONLY");
}

export const publicProcedure = bordered.meta({ access: "public", foreign: "OWN" });

/** Logged in, in no société in particular. */
export const userProcedure = bordered.meta({ access: "user" }).use(({ ctx: { session }, next }) => {
  if (!session) throw new Refusal("SESSION_REQUIRED");
  return next({ ctx: { session } });
});

/**
 * Logged in, inside a société, allowed by the table of `server/domain/permissions.ts`: `ctx.tenant` is that société's
 * database and no other.
 *
 * @throws Refusal SESSION_REQUIRED, SOCIETE_REQUIRED, SOCIETE_MISMATCH, SECOND_FACTOR_REQUIRED, ROLE_FORBIDDEN,
 * AMOUNTS_HIDDEN, SOCIETE_CLOSING, SOCIETE_SUSPENDED, DEMONSTRATION_LIMITED
 */
export const societeProcedure = (permission: Permission) =>
  bordered
    .meta({ access: "societe", permission })
    .use(async ({ ctx, type, meta, next, getRawInput }) => {
      const { session, requestedSociete, doors } = ctx;
      if (!session) throw new Refusal("SESSION_REQUIRED");
      const { member } = session;
      if (!member) throw new Refusal("SOCIETE_REQUIRED");
      if (requestedSociete !== ownSociete && requestedSociete !== member.societeId)
        throw new Refusal("SOCIETE_MISMATCH");
      assertSecondFactor(session);
      assertMay(member, permission);
      assertLasting(member, type, meta);
      const tenant = doors.tenancy.openTenant(member.societeId);
      const sight = sightOf(member);
      // Whatever the procedure: one that names a document cannot forget to look whose amounts it shows.
      if (sight !== null) await assertAmountsShown(tenant, sight, await getRawInput());
      return next({ ctx: { session, member, tenant } });
    });

/** The operator's own staff. */
export const superAdminProcedure = bordered
  .meta({ access: "super-admin" })
  .use(({ ctx: { session }, next }) => {
    if (!session) throw new Refusal("SESSION_REQUIRED");
    if (!session.user.isSuperAdmin) throw new Refusal("ROLE_FORBIDDEN", { role: "aucun" });
    if (!session.secondFactor.isGiven) throw new Refusal("SECOND_FACTOR_REQUIRED");
    return next({ ctx: { session } });
  });

function assertMay(member: Membership, permission: Permission): void {
  if (isBarred(member, permission)) throw new Refusal("DEMONSTRATION_LIMITED");
  if (!isAllowed(member, permission))
    throw new Refusal("ROLE_FORBIDDEN", { role: member.role, permission });
}

/** The people of a société that asks for it: not by a password alone. */
function assertSecondFactor({ secondFactor, member }: SessionView): void {
  if (member?.asksSecondFactor && !secondFactor.isGiven)
    throw new Refusal("SECOND_FACTOR_REQUIRED");
}

/** A société whose deletion is asked, or that is stopped, is read, and changes no more. */
function assertLasting(member: Membership, type: string, meta: Meta | undefined): void {
  if (type !== "mutation") return;
  if (member.isClosing && !meta?.whileClosing) throw new Refusal("SOCIETE_CLOSING");
  if (member.isSuspended && !meta?.whileSuspended) throw new Refusal("SOCIETE_SUSPENDED");
}
