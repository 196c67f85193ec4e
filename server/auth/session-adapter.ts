import { and, eq, lt, ne, sql } from "drizzle-orm";
import type { Adapter, DatabaseSession } from "lucia";
import { memberships } from "#db/control/schema/memberships";
import { passkeys } from "#db/control/schema/passkeys";
import { type SessionRow, sessions } from "#db/control/schema/sessions";
import { societes } from "#db/control/schema/societes";
import { users } from "#db/control/schema/users";
import type { Clock } from "#server/clock";
import type { Langue } from "#server/domain/langue";
import type { Rights } from "#server/domain/permissions";
import type { Control, ControlDb } from "#server/tenancy/control";
import { fixedQuery } from "#server/tenancy/fixed-statement";
import { readVisit } from "./read-visit.ts";
import { expiryOf } from "./session-times.ts";
import { societeStates } from "./societe-states.ts";

export type SessionAttributes = Pick<
  SessionRow,
  "societeId" | "createdAt" | "lastSeenAt" | "ip" | "agent" | "secondFactorAt"
> &
  Partial<Pick<SessionRow, "visiteId" | "consoleSessionId">>;
export type Entry = Rights & {
  readonly societeId: string;
  readonly nom: string;
  readonly slug: string;
  readonly asksSecondFactor: boolean;
  readonly isClosing: boolean;
  readonly isSuspended: boolean;
  readonly isDemonstration: boolean;
};
export type UserAttributes = {
  email: string;
  username: string;
  prenom: string | null;
  nom: string | null;
  isSuperAdmin: boolean;
  langue: Langue | null;
  hasTotp: boolean;
  hasPasskey: boolean;
  memberships: Entry[];
  /** When the visit ends, ms; null for a session that makes none. */
  visiteUntil: number | null;
};

/**
 * Lucia's storage over the control database: every change enters the writer's queue, and a session is read with its
 * user and their sociétés in one statement.
 *
 * Lucia compares dates with the machine's clock; ours may be advanced (demo, tests). Expiries are handed over shifted,
 * so that the remaining time is right.
 */
export function createSessionAdapter(control: Control, clock: Clock): Adapter {
  const readSession = createSessionReading();
  const toLucia = (row: SessionRow): DatabaseSession => ({
    id: row.id,
    userId: row.userId,
    expiresAt: new Date(Date.now() + row.expiresAt * 1000 - clock().at),
    attributes: row,
  });

  return {
    getSessionAndUser: async (sessionId) => {
      const rows = await control.read((db) => readSession(db, sessionId));
      const [first] = rows;
      if (!first) return [null, null];
      const { session, user } = first;
      if (session.visiteId !== null) {
        const visit = await control.read((db) => readVisit(db, session.visiteId, clock().at));
        // Who is no longer of the staff visits nobody.
        if (!visit || !user.isSuperAdmin) return [null, null];
        const attributes = { ...user, isSuperAdmin: false, ...visit };
        return [toLucia(session), { id: user.id, attributes }];
      }
      const memberships = rows.flatMap(({ entry }) => entryOf(entry));
      const attributes = { ...user, memberships, visiteUntil: null };
      return [toLucia(session), { id: user.id, attributes }];
    },
    getUserSessions: async (userId) =>
      (
        await control.read((db) => db.select().from(sessions).where(eq(sessions.userId, userId)))
      ).map(toLucia),
    setSession: async ({ id, userId, attributes }) => {
      const { createdAt, lastSeenAt: seenAt } = attributes;
      await control.write(async (tx) => {
        const [user] = await tx
          .select({ isSuperAdmin: users.isSuperAdmin })
          .from(users)
          .where(eq(users.id, userId));
        const isSuperAdmin = user?.isSuperAdmin ?? false;
        const expiresAt = expiryOf({ createdAt, seenAt, isSuperAdmin });
        await tx.insert(sessions).values({ id, userId, expiresAt, ...attributes });
      });
    },
    // Expiry slides with last_seen_at (touch-session.ts), to the minute; Lucia's own half-life is left unused.
    updateSessionExpiration: async () => {},
    deleteSession: async (sessionId) => {
      await control.write((tx) => tx.delete(sessions).where(eq(sessions.id, sessionId)));
    },
    deleteUserSessions: async (userId) => {
      await control.write((tx) => tx.delete(sessions).where(eq(sessions.userId, userId)));
    },
    deleteExpiredSessions: async () => {
      const now = Math.floor(clock().at / 1000);
      await control.write((tx) => tx.delete(sessions).where(lt(sessions.expiresAt, now)));
    },
  };
}

/** Another number once anything was committed to the control database, by whatever connection but the reader's own. */
const versionOf = fixedQuery<{ version: number }>(
  "SELECT data_version AS version FROM pragma_data_version",
);

/** Sessions kept between two changes of the control database: the people at work within some seconds. */
const mostKept = 10_000;

/**
 * Every request begins with this reading. What it gave is given again as long as nothing at all has changed in the control
 * database: a right withdrawn or a session ended holds for the very next request.
 */
function createSessionReading() {
  const readings = new WeakMap<ControlDb, ReturnType<typeof createReading>>();
  return (db: ControlDb, id: string) => {
    const reading = readings.get(db) ?? createReading(db);
    readings.set(db, reading);
    return reading(id);
  };
}

function createReading(db: ControlDb) {
  const prepared = prepareReading(db);
  const kept = new Map<string, Awaited<ReturnType<typeof prepared.all>>>();
  let keptAt = Number.NaN;

  return async (id: string) => {
    const [row] = await versionOf(db);
    const version = row?.version ?? Number.NaN;
    if (version !== keptAt || kept.size >= mostKept) kept.clear();
    keptAt = version;
    const known = kept.get(id);
    if (known) return known;
    const rows = await prepared.all({ id });
    // A change may have come between the two statements, and another request have seen it.
    if (keptAt === version) kept.set(id, rows);
    return rows;
  };
}

/** One row per société of the user; one row with nulls when there is none. */
const prepareReading = (db: ControlDb) =>
  db
    .select({
      session: sessions,
      user: {
        id: users.id,
        email: users.email,
        username: users.username,
        prenom: users.prenom,
        nom: users.nom,
        isSuperAdmin: users.isSuperAdmin,
        langue: users.langue,
        hasTotp: sql`${users.totpSecret} IS NOT NULL`.mapWith(Boolean),
        hasPasskey:
          sql`EXISTS (SELECT 1 FROM ${passkeys} WHERE ${passkeys.userId} = ${users.id})`.mapWith(
            Boolean,
          ),
      },
      entry: {
        societeId: societes.id,
        role: memberships.role,
        mayIssue: memberships.mayIssue,
        maySeeOthersAmounts: memberships.maySeeOthersAmounts,
        mayExport: memberships.mayExport,
        nom: societes.nom,
        slug: societes.slug,
        asksSecondFactor: societes.asksSecondFactor,
        ...societeStates,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberships, eq(memberships.userId, users.id))
    .leftJoin(
      societes,
      and(eq(societes.id, memberships.societeId), ne(societes.status, "provisioning")),
    )
    .where(eq(sessions.id, sql.placeholder("id")))
    .orderBy(societes.isDemonstration, societes.nom)
    .prepare();

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** Of a person without any, and of a société that is being made, only a part is there. */
const entryOf = (entry: Nullable<Entry>): Entry[] =>
  Object.values(entry).includes(null) ? [] : [entry as Entry];
