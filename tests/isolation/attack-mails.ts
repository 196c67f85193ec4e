import { outbox } from "#db/control/schema/outbox";
import { callProcedure } from "../support/trpc-wire.ts";
import type { World } from "./a-world.ts";
import { verdict } from "./finding.ts";
import type { Finding } from "./report.ts";
import { tracesIn, tracesOf } from "./traces-of.ts";

/** Every mail written since the beginning of the suite tells its reader about their own société only. */
export async function attackMails(world: World): Promise<Finding[]> {
  const { service, a, b } = world;
  for (const { staff } of [a, b])
    await callProcedure(service, {
      path: "auth.forgotPassword",
      input: { email: staff.admin.email },
    });
  const mails = await service.doors.control.read((db) => db.select().from(outbox));
  const strangers = [
    { to: a, from: b, traces: tracesOf(b, await world.contentOfB.rows()) },
    { to: b, from: a, traces: tracesOf(a, await world.contentOfA.rows()) },
  ];
  return strangers.map(({ to, from, traces }) => {
    const received = mails.filter((mail) => mail.to.endsWith(`@${to.mark.toLowerCase()}.example`));
    const shown = received.flatMap((mail) =>
      tracesIn(`${mail.subject}\n${mail.text}\n${mail.html}`, "", traces),
    );
    const fault = received.length === 0 ? "no mail at all" : shown.join(", ") || null;
    return verdict("mails", `to ${to.mark}`, `nothing of ${from.mark}`, fault);
  });
}
