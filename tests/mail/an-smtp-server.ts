import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

type Received = { readonly from: string; readonly to: string[]; readonly source: string };

/** An answer the server gives instead of accepting: `450` for later, `550` for never. */
type Fault = { readonly at: "recipient" | "data"; readonly code: number } | null;

/** A real SMTP server in this process, which can be made to fail. */
export async function anSmtpServer() {
  const received: Received[] = [];
  let fault: Fault = null;
  const refusal = (code: number, to = "") =>
    Object.assign(new Error(`answered ${code} ${to}`.trim()), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    // As most servers do: the refusal repeats whom it refuses.
    onRcptTo({ address }, _session, answer) {
      answer(fault?.at === "recipient" ? refusal(fault.code, `<${address}>`) : null);
    },
    onData(stream, session, answer) {
      void text(stream).then((source) => {
        if (fault?.at === "data") return answer(refusal(fault.code));
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          source,
        });
        return answer(null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    fail: (next: Fault) => {
      fault = next;
    },
  };
}
