import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { momentOf } from "#server/clock";
import { createMail } from "#server/mail/create-mail";
import type { MailLink } from "#server/mail/enqueue-mail";
import { enqueueMail } from "#server/mail/enqueue-mail";
import { renderMail } from "#server/mail/render-mail";
import { createControl } from "#server/tenancy/create-control";

type Options = {
  readonly smtpUrl?: string;
  readonly drawToken?: (link: MailLink) => Promise<string | null>;
  readonly drawInvitation?: (invitationId: string) => Promise<string | null>;
};

/** The mail door of an empty service on a real control database, with a clock that moves only when told. */
export async function aMail(options: Options = {}) {
  const { smtpUrl, drawToken = async () => null, drawInvitation = async () => null } = options;
  const dataDir = await mkdtemp(join(tmpdir(), "facturepro-mail-"));
  const control = await createControl(dataDir);
  let at = Date.parse("2026-03-02T09:00:00Z");
  const clock = () => momentOf(at);
  const appOrigin = "https://facturepro.example";
  const open = (url = smtpUrl) =>
    createMail({ control, clock, dataDir, appOrigin, drawToken, drawInvitation, smtpUrl: url });
  const mail = open();
  onTestFinished(async () => {
    await mail.stop();
    await control.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const content = () => renderMail({ subject: "Été à l’œuvre", paragraphs: ["Bonjour <Zoé>,"] });

  return {
    mail,
    control,
    dataDir,
    open,
    wait: (ms: number) => {
      at += ms;
    },
    enqueue: (changes: Partial<Parameters<typeof enqueueMail>[1]> = {}) =>
      control.write((tx) => enqueueMail(tx, { to: "zoe@client.example", content, ...changes }, at)),
  };
}
