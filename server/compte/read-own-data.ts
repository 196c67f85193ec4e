import { and, asc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { audit } from "#db/control/schema/audit";
import { invitations } from "#db/control/schema/invitations";
import { outbox } from "#db/control/schema/outbox";
import { sessions } from "#db/control/schema/sessions";
import { users } from "#db/control/schema/users";
import { Refusal } from "#server/domain/refusal";
import { tokenPlace } from "#server/mail/token-place";
import type { ControlDb } from "#server/tenancy/control";
import type { Doer } from "./doer.ts";
import { listPlaces } from "./list-places.ts";
import { readCompte } from "./read-compte.ts";

const instant = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/**
 * What the control database knows of a person, for them to read (GDPR art. 15 and 20). No secret: neither hashes, nor what
 * a link holds; and nothing of others beyond what they did to this account.
 */
export async function readOwnData(
  doors: Parameters<typeof readCompte>[0],
  doer: Pick<Doer, "userId" | "sessionId" | "now">,
) {
  const { userId, now } = doer;
  const account = await readCompte(doors, doer);
  return doors.control.read(async (db) => {
    const [user] = await db.select().from(users).where(eq(users.id, userId));
    if (!user) throw new Refusal("SESSION_REQUIRED");
    const { passkeys, emailChange, recoveryCodesLeft, hasTotp } = account;
    const places = await listPlaces(db, userId);
    return {
      places,
      data: {
        produit_le: instant(now.at),
        compte: {
          id: user.id,
          prenom: user.prenom,
          nom: user.nom,
          identifiant: user.username,
          email: user.email,
          email_confirme_le: instant(user.emailVerifiedAt),
          changement_d_adresse: emailChange?.email ?? null,
          cree_le: instant(user.createdAt),
          application_d_authentification: hasTotp,
          codes_de_secours_restants: recoveryCodesLeft,
          cles_d_acces: passkeys.map(({ nom, createdAt, lastUsedAt }) => ({
            nom,
            ajoutee_le: instant(createdAt),
            utilisee_le: instant(lastUsedAt),
          })),
        },
        societes: places.map(({ societeId, nom, role, createdAt, lastSeenAt }) => ({
          id: societeId,
          nom,
          role,
          depuis: instant(createdAt),
          vu_le: instant(lastSeenAt),
        })),
        sessions: await readSessions(db, doer),
        invitations_recues: await readInvitations(db, user.emailKey),
        actes: await readAudit(
          db,
          userId,
          places.map(({ societeId }) => societeId),
        ),
        courriels_recus: await readMails(db, user.emailKey),
      },
    };
  });
}

async function readSessions(
  db: ControlDb,
  { userId, sessionId }: Pick<Doer, "userId" | "sessionId">,
) {
  const rows = await db.select().from(sessions).where(eq(sessions.userId, userId));
  return rows.map(({ id, createdAt, lastSeenAt, expiresAt, ip, agent }) => ({
    est_celle_ci: id === sessionId,
    ouverte_le: instant(createdAt),
    vue_le: instant(lastSeenAt),
    expire_le: instant(expiresAt * 1000),
    adresse: ip,
    appareil: agent,
  }));
}

async function readInvitations(db: ControlDb, emailKey: string) {
  const rows = await db.select().from(invitations).where(eq(invitations.emailKey, emailKey));
  return rows.map(({ role, createdAt, joinedAt, revokedAt }) => ({
    role,
    envoyee_le: instant(createdAt),
    acceptee_le: instant(joinedAt),
    retiree_le: instant(revokedAt),
  }));
}

/** What they did, from where; and what others did to them in their sociétés, without the others' address. */
async function readAudit(db: ControlDb, userId: string, societeIds: readonly string[]) {
  const isAboutThem = and(
    inArray(audit.societeId, [...societeIds]),
    ne(audit.userId, userId),
    sql`json_extract(${audit.details}, '$.entityId') = ${userId}`,
  );
  const rows = await db
    .select()
    .from(audit)
    .where(or(eq(audit.userId, userId), isAboutThem))
    .orderBy(asc(audit.at));
  return rows.map(({ at, action, societeId, ip, ...line }) => ({
    le: instant(at),
    acte: action,
    societe: societeId,
    par_vous: line.userId === userId,
    adresse: line.userId === userId ? ip : null,
  }));
}

async function readMails(db: ControlDb, emailKey: string) {
  const rows = await db
    .select()
    .from(outbox)
    .where(sql`lower(${outbox.to}) = ${emailKey}`)
    .orderBy(asc(outbox.createdAt));
  return rows.map(({ subject, text, status, createdAt, sentAt }) => ({
    ecrit_le: instant(createdAt),
    parti_le: instant(sentAt),
    etat: status,
    objet: subject,
    texte: text.replaceAll(tokenPlace, "(lien secret)"),
  }));
}
