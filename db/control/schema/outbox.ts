import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { societes } from "./societes.ts";
import type { TokenKind } from "./tokens.ts";
import { users } from "./users.ts";

const outboxStatuses = ["pending", "sent", "failed"] as const;

/** Mails to send. Written in the transaction that decides them, sent afterwards, tried again until `failed`. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text().primaryKey(),
    to: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    status: text({ enum: outboxStatuses }).notNull().default("pending"),
    attempts: integer().notNull().default(0),
    nextAt: integer("next_at").notNull(),
    lastError: text("last_error"),
    /** What the mail server last answered, in its words. */
    answer: text(),
    /** Why it was not sent at all. */
    skipped: text({ enum: ["LINK_GONE"] }),
    createdAt: integer("created_at").notNull(),
    sentAt: integer("sent_at"),
    societeId: text("societe_id").references(() => societes.id),
    /** The account the mail's link is for: its token is drawn when the mail leaves and is stored nowhere in clear. */
    tokenUserId: text("token_user_id").references(() => users.id),
    tokenKind: text("token_kind").$type<TokenKind>(),
    /** What the link is about, beside the account. */
    tokenSubject: text("token_subject"),
    /** What it tells, to whom: the same fact told again is no second mail. Null: every one is sent. */
    key: text(),
    /** Or the invitation its link opens. */
    tokenInvitationId: text("token_invitation_id"),
    /** In whose name it goes out; null: the service's own. */
    sender: text(),
  },
  (t) => [
    uniqueIndex("outbox_key").on(t.key),
    index("outbox_due").on(t.status, t.nextAt),
    index("outbox_created").on(t.createdAt),
    index("outbox_societe").on(t.societeId, t.id),
  ],
);

export type OutboxMail = typeof outbox.$inferSelect;
