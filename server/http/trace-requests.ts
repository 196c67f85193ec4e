import type { Context as HonoContext } from "hono";
import type { Env } from "#server/env";
import { traced } from "#server/traces/traced";
import type { Variables } from "./security-headers.ts";
import { placeOf } from "./watch-requests.ts";

/** One span a request, named by its place: no id, no search, nothing that was typed. */
export const traceRequests =
  ({ FLY_APP_NAME }: Pick<Env, "FLY_APP_NAME">) =>
  (c: HonoContext<{ Variables: Variables }>, next: () => Promise<void>): Promise<void> => {
    const { method } = c.req;
    const route = placeOf(c.req.path);
    const span = {
      name: `${method} ${route}`,
      kind: "server" as const,
      facts: {
        "http.request.method": method,
        "http.route": route,
        "facturepro.request_id": c.get("requestId"),
      },
      // anybody can send the header: believed where only the proxy can be speaking
      parent: FLY_APP_NAME === undefined ? undefined : c.req.header("traceparent"),
    };
    return traced(span, async (note) => {
      await next();
      const societeId = c.get("societeId");
      note({
        "http.response.status_code": c.res.status,
        ...(societeId === undefined ? {} : { "facturepro.societe_id": societeId }),
      });
    });
  };
