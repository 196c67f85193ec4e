import { benchContent } from "../bench/bench-data.ts";
import { startBenchServer } from "../bench/bench-server.ts";
import { CallFailed, openBenchSession } from "../bench/bench-session.ts";
import { checkIssued } from "../bench/check-issued.ts";
import { benchPassword } from "../bench/seed-societe.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";

const times = 50;

/** F21, F22: one click sent fifty times, another facture under the same key, one brouillon in two tabs. */
export const sameKeyAgain: Fault = {
  name: "the same act again",
  promise: "one facture for one key, 409 for another content, nothing overwritten by a second tab",
  async run() {
    const ground = await openGround();
    const verdict = createVerdict();
    const server = await startBenchServer(ground.dataDir);
    const { mutate } = await openBenchSession(server.baseUrl, {
      username: "faults",
      password: benchPassword,
    });
    const issue = (i: number) =>
      mutate<{ number: string }>("factures.issueContent", {
        content: benchContent(i),
        idempotencyKey: "fault-same-key",
      });

    const answers = await Promise.all(Array.from({ length: times }, () => issue(1)));
    const [number, ...others] = [...new Set(answers.map((answer) => answer.number))];
    verdict.expect(others.length === 0, `${others.length + 1} numbers for one key`);
    const other = await issue(2).catch((cause: unknown) => cause);
    verdict.expect(
      other instanceof CallFailed && other.status === 409,
      `another content: ${String(other)}`,
    );

    const { factureId, version } = await mutate<{ factureId: string; version: number }>(
      "factures.draft",
      { clientId: null, content: benchContent(3) },
    );
    const tabs = await Promise.allSettled(
      Array.from({ length: times }, (_, i) =>
        mutate("factures.update", { factureId, version, content: benchContent(4 + i) }),
      ),
    );
    const saved = tabs.filter(({ status }) => status === "fulfilled").length;
    const conflicts = tabs.filter(
      (tab) => tab.status === "rejected" && (tab.reason as CallFailed).status === 409,
    ).length;
    verdict.expect(
      saved === 1 && conflicts === times - 1,
      `${saved} tabs saved, ${conflicts} told of a conflict`,
    );
    await server.end("SIGTERM");
    const check = checkIssued(ground.dataDir, ground.societeId, number ? [number] : []);
    verdict.expect(check.issued === 1 && check.lost === 0, `${check.issued} factures stored`);
    await ground.leave();
    return {
      dose: `${times} at once`,
      figures: { factures: check.issued, conflicts },
      broken: verdict.broken,
    };
  },
};
