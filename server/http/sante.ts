import type { Context as HonoContext } from "hono";
import { societes } from "#db/control/schema/societes";
import type { Doors } from "#server/doors";

/** Alive: no IO, so that a slow disk does not get the process killed. */
export const sante = (c: HonoContext) => c.json({ status: "ok" });

/** Ready: the control database reads, its writer takes its turn, and the process is not stopping. */
export const santePret = (doors: Doors) => async (c: HonoContext) => {
  const ready = !doors.isClosing() && (await controlAnswers(doors));
  return c.json({ status: ready ? "ok" : "indisponible" }, ready ? 200 : 503);
};

async function controlAnswers({ control }: Doors): Promise<boolean> {
  try {
    await control.read((db) => db.$count(societes));
    await control.write(async () => {}); // commits nothing: no fsync
    return true;
  } catch {
    return false;
  }
}
