import path from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/node";
import { Hono, type Context as HonoContext, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { sandboxPages } from "#server/billing/sandbox/pages/sandbox-pages";
import type { Doors } from "#server/doors";
import { log } from "#server/log";
import { isTracing } from "#server/traces/traced";
import { apercuPath, apercuRoute } from "./apercu-route.ts";
import { bodyLimits } from "./body-limits.ts";
import { brouillonPath, brouillonRoute } from "./brouillon-route.ts";
import { clientsExportPath, clientsExportRoute } from "./clients-export-route.ts";
import {
  abonnementDocumentPath,
  abonnementDocumentRoute,
  documentPath,
  documentRoute,
} from "./document-route.ts";
import { donneesPath, donneesRoute } from "./donnees-route.ts";
import { exportPath, exportRoute } from "./export-route.ts";
import { journalExportPath, journalExportRoute } from "./journal-export-route.ts";
import { createLoadContext } from "./load-context.ts";
import { shedLoad } from "./load-shedding.ts";
import { marquePath, marqueRoute } from "./marque-route.ts";
import { metricsPath, metricsRoute } from "./metrics-route.ts";
import { noteVisite } from "./note-visite.ts";
import { createPageHandlers } from "./page-handlers.ts";
import { produitsExportPath, produitsExportRoute } from "./produits-export-route.ts";
import { publicMarquePath, publicMarqueRoute } from "./public-marque-route.ts";
import { newRequestId, openContext } from "./request-context.ts";
import { requestLine } from "./request-line.ts";
import { sameOrigin } from "./same-origin.ts";
import { sante, santePret } from "./sante.ts";
import { securityHeaders, type Variables } from "./security-headers.ts";
import { societeExportPath, societeExportRoute } from "./societe-export-route.ts";
import {
  stripeWebhookLimit,
  stripeWebhookPath,
  stripeWebhookRoute,
} from "./stripe-webhook-route.ts";
import { traceRequests } from "./trace-requests.ts";
import { trpcRoute } from "./trpc-route.ts";
import { placeOf, watchRequests } from "./watch-requests.ts";
import { zipPath, zipRoute } from "./zip-route.ts";

export type HttpOptions = {
  readonly remixBuild: () => Promise<ServerBuild>;
  readonly mode: "production" | "development";
  /** Folder of the browser's files; absent in development, where Vite serves them. */
  readonly clientDir?: string;
};

type App = Hono<{ Variables: Variables }>;

/** Every HTTP route in the order they are tried. Request → Response: tests call `app.request()` without a port. */
export function createHttpApp(doors: Doors, { remixBuild, mode, clientDir }: HttpOptions): App {
  const app: App = new Hono();
  app.use(requestId);
  app.use(
    securityHeaders({
      csp: mode === "production",
      https: doors.env.APP_ORIGIN.startsWith("https"),
    }),
  );
  app.use(requestLine);
  app.get("/sante", sante);
  app.get("/sante/pret", santePret(doors));
  app.get(metricsPath, metricsRoute(doors));
  if (clientDir) serveClient(app, clientDir);
  if (isTracing()) app.use(traceRequests(doors.env));
  app.use(shedLoad(doors.veille.requests));
  app.use(watchRequests(doors.veille));
  app.all(stripeWebhookPath, stripeWebhookLimit, stripeWebhookRoute(doors));
  app.use(sameOrigin(doors.env.APP_ORIGIN));
  app.use(bodyLimits);
  app.all("/api/trpc/*", trpcRoute(doors));
  app.get(documentPath, documentRoute(doors));
  app.get(abonnementDocumentPath, abonnementDocumentRoute(doors));
  app.get(exportPath, exportRoute(doors));
  app.get(clientsExportPath, clientsExportRoute(doors));
  app.get(produitsExportPath, produitsExportRoute(doors));
  app.get(zipPath, zipRoute(doors));
  app.get(donneesPath, donneesRoute(doors));
  app.get(journalExportPath, journalExportRoute(doors));
  app.get(societeExportPath, societeExportRoute(doors));
  app.get(marquePath, marqueRoute(doors));
  app.get(apercuPath, apercuRoute(doors));
  app.get(publicMarquePath, publicMarqueRoute(doors));
  app.use(compressed);
  app.get(brouillonPath, brouillonRoute(doors));
  if (doors.sandbox) app.route("/bac-a-sable", sandboxPages(doors.sandbox, doors.root));
  app.all("*", remixRoute(doors, remixBuild, mode));
  app.onError((error, c) => {
    const reqId = c.get("requestId");
    log.error({ reqId, path: c.req.path, err: error }, "request failed");
    const societeId = c.get("societeId") ?? null;
    doors.veille.failed({ place: placeOf(c.req.path), societeId, requestId: reqId });
    return c.text(`Quelque chose a échoué de notre côté. Donnez-nous ce code : ${reqId}`, 500);
  });
  return app;
}

/** Said to the handlers by a variable: a header set before the answer exists would make it be copied. */
async function requestId(c: HonoContext<{ Variables: Variables }>, next: () => Promise<void>) {
  const id = newRequestId();
  c.set("requestId", id);
  await next();
  c.res.headers.set("x-request-id", id);
}

const compressing = compress();

/** Who takes no compressed answer has it as it was made, uncopied. */
const compressed: MiddlewareHandler = async (c, next) => {
  if (c.req.header("accept-encoding") !== undefined) return compressing(c, next);
  await next();
  c.res.headers.append("vary", "accept-encoding");
};

/** Files named by their hash never change; the rest of public/ is asked again every hour. */
function serveClient(app: App, clientDir: string) {
  const root = path.relative(process.cwd(), clientDir) || ".";
  const immutable = "public, max-age=31536000, immutable";
  app.use("/assets/*", cached(immutable), serveStatic({ root, precompressed: true }));
  const files = "/:file{[\\w.-]+\\.(ico|png|svg|txt|webmanifest)}";
  app.use(files, cached("public, max-age=3600"), serveStatic({ root }));
}

/** Set on the answer itself: what `onFound` of serveStatic sets comes after the answer was made. */
const cached =
  (control: string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    if (c.res.ok) c.res.headers.set("cache-control", control);
  };

function remixRoute(
  doors: Doors,
  remixBuild: HttpOptions["remixBuild"],
  mode: HttpOptions["mode"],
) {
  let handlerOf: ReturnType<typeof createPageHandlers> | undefined;
  return async (c: HonoContext<{ Variables: Variables }>) => {
    if (!handlerOf || mode === "development")
      handlerOf = createPageHandlers(await remixBuild(), mode);
    const resHeaders = new Headers();
    const ctx = await openContext(doors, c, { requestedSociete: null, resHeaders });
    noteVisite(ctx, c.req.raw);
    const load = { nonce: c.get("nonce"), isForm: c.req.method === "POST" };
    const response = await handlerOf(c.req.url)(c.req.raw, createLoadContext(ctx, load));
    const wait = resHeaders.get("retry-after");
    if (wait !== null && (response.status === 429 || response.status === 503))
      response.headers.set("retry-after", wait);
    return response;
  };
}
