import type { Context as HonoContext } from "hono";
import type { Doors } from "#server/doors";

/** Alive: no IO, so that a slow disk does not get the process killed. */
export const sante = (c: HonoContext) => c.json({ status: "ok" });

/** Ready: the control database answers and the process is not stopping. */
export const santePret = (doors: Doors) => async (c: HonoContext) => {
  const ready = !doors.isClosing() && (await doors.controlAnswers());
  return c.json({ status: ready ? "ok" : "indisponible" }, ready ? 200 : 503);
};
