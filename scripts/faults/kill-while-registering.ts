import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { demoRandom } from "#server/demo/demo-random";
import { dataPaths } from "#server/tenancy/paths";
import { freePort } from "../../tests/support/free-port.ts";
import { startBenchServer } from "../bench/bench-server.ts";
import { openBenchSession } from "../bench/bench-session.ts";
import { httpClient } from "../bench/http-client.ts";
import { createVerdict, type Fault } from "./fault.ts";
import { openGround } from "./fault-ground.ts";
import { registerVisitor, type Visitor, visitorPassword } from "./fault-visitor.ts";

const kills = Number(process.env["FAULT_KILLS"] ?? "20");
const together = 3;
/** Behind Fly's proxy each visitor has an address of its own: the brakes stay on, visitors differ. */
const env = { FLY_APP_NAME: "faults" };

/** The process dies at random instants while sociétés register; their people come back and try again. */
export const killWhileRegistering: Fault = {
  name: "kill -9 while registering",
  promise: "no half-made société, the e-mail can be used again",
  async run(tell) {
    const ground = await openGround();
    const port = await freePort();
    const verdict = createVerdict();
    const random = demoRandom(1_107);
    const visitors: Visitor[] = [];
    const before = readState(ground.dataDir).active;
    let whole = 0;
    for (let kill = 1; kill <= kills; kill++) {
      const server = await startBenchServer(ground.dataDir, { port, env });
      const group = Array.from({ length: together }, (_, i) => visitorOf(visitors.length + i));
      visitors.push(...group);
      const ask = httpClient(server.baseUrl);
      const asked = group.map((visitor) =>
        registerVisitor(ask, server.baseUrl, visitor).catch(() => null),
      );
      await sleep(random.int(0, 900));
      await server.end("SIGKILL");
      await Promise.all(asked);
      const again = await startBenchServer(ground.dataDir, { port, env });
      for (const visitor of group) whole += await comeBack(again.baseUrl, visitor, verdict.expect);
      await again.end("SIGTERM");
      const state = readState(ground.dataDir);
      verdict.expect(state.halfMade === 0, `kill ${kill}: ${state.halfMade} half-made sociétés`);
      verdict.expect(
        state.files === state.active,
        `kill ${kill}: ${state.files} files for ${state.active} sociétés`,
      );
      verdict.expect(state.strays === 0, `kill ${kill}: ${state.strays} users without a société`);
      tell(`kill ${kill}/${kills}: ${whole} of ${visitors.length} were already registered`);
    }
    const { active } = readState(ground.dataDir);
    verdict.expect(
      active - before === visitors.length,
      `${active - before} sociétés for ${visitors.length} visitors`,
    );
    await ground.leave();
    return {
      dose: `${kills} kills, ${together} at a time`,
      figures: { registered: visitors.length, "made before the kill": whole },
      broken: verdict.broken,
    };
  },
};

const visitorOf = (index: number): Visitor => ({
  name: `visiteur${index}`,
  ip: `198.51.${100 + (index >> 8)}.${index & 255}`,
});

/** @returns 1 when the account was whole already, 0 when it had to be made again */
async function comeBack(
  baseUrl: string,
  visitor: Visitor,
  expect: (holds: boolean, otherwise: string) => void,
): Promise<0 | 1> {
  const logIn = () =>
    openBenchSession(
      baseUrl,
      { username: visitor.name, password: visitorPassword },
      { "fly-client-ip": visitor.ip },
    );
  if (await logIn().catch(() => null)) return 1;
  const answer = await registerVisitor(httpClient(baseUrl), baseUrl, visitor);
  expect(answer.status === 200, `${visitor.name} could not register again: ${answer.status}`);
  expect((await logIn().catch(() => null)) !== null, `${visitor.name} cannot log in`);
  return 0;
}

/** What lies in the directory, the service being stopped. */
function readState(dataDir: string) {
  const { control, societes } = dataPaths(dataDir);
  const db = new Database(control);
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
  const state = {
    active: count("SELECT count(*) AS n FROM societes WHERE status = 'active'"),
    halfMade: count("SELECT count(*) AS n FROM societes WHERE status <> 'active'"),
    strays: count(`SELECT count(*) AS n FROM users u WHERE is_super_admin = 0
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id)`),
  };
  db.close();
  return { ...state, files: filesIn(societes).length };
}

/** Databases of sociétés, whole or not: their logs and archives left out. */
function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name);
    if (!statSync(place).isDirectory()) return [];
    return readdirSync(place).filter((file) => file.includes(".db") && !/-(wal|shm)$/.test(file));
  });
}
