import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { idPattern } from "#server/id";
import type { Delivery, OutgoingMail } from "./delivery.ts";
import { messageOf } from "./message-of.ts";

type MailSummary = Pick<OutgoingMail, "id" | "to" | "subject" | "createdAt">;

/** The demo's letter box: mails are kept as files and read in the product, none leaves. */
export type Mailbox = Delivery & {
  /** Newest first, at most `limit`. */
  listMails(limit?: number): Promise<MailSummary[]>;
  /** Null when there is no such mail. Its HTML is ours, yet must be shown in a sandboxed frame. */
  readMail(id: string): Promise<OutgoingMail | null>;
};

/**
 * Each mail is two files named by its id: `.eml`, which any mail reader opens, and `.json`, which the page reads. The
 * same mail delivered twice is written over itself.
 */
export function createMailbox(dataDir: string, appOrigin: string): Mailbox {
  const folder = join(dataDir, "boite-aux-lettres");
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

  /** Written aside, then renamed: a reader never sees half a file. */
  const put = async (name: string, content: string | Buffer) => {
    const aside = join(folder, `.${name}.part`);
    await writeFile(aside, content, { mode: 0o600 });
    await rename(aside, join(folder, name));
  };

  const readMail = async (id: string): Promise<OutgoingMail | null> => {
    if (!idPattern.test(id)) return null;
    const stored = await readFile(join(folder, `${id}.json`), "utf8").catch(nothingWhenAbsent);
    return stored === null ? null : (JSON.parse(stored) as OutgoingMail);
  };

  return {
    async deliver(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { message } = await composer.sendMail(messageOf(mail, appOrigin));
      await put(`${mail.id}.eml`, message as Buffer);
      await put(`${mail.id}.json`, JSON.stringify(keptOf(mail)));
      return null;
    },
    async listMails(limit = 100) {
      const names = (await readdir(folder).catch(nothingWhenAbsent)) ?? [];
      // Ids are ordered by time.
      const newest = names
        .filter((name) => name.endsWith(".json") && !name.startsWith("."))
        .sort()
        .reverse()
        .slice(0, limit);
      const mails = await Promise.all(newest.map((name) => readMail(name.slice(0, -5))));
      return mails.flatMap((mail) => (mail ? [summaryOf(mail)] : []));
    },
    readMail,
    close: () => composer.close(),
  };
}

/** The caller's object may carry more than a mail. */
const keptOf = (mail: OutgoingMail): OutgoingMail => ({
  ...summaryOf(mail),
  sender: mail.sender,
  html: mail.html,
  text: mail.text,
});

const summaryOf = ({ id, to, subject, createdAt }: OutgoingMail): MailSummary => ({
  id,
  to,
  subject,
  createdAt,
});

function nothingWhenAbsent(cause: unknown): null {
  if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw cause;
}
