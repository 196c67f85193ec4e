import { data } from "@remix-run/node";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { type Context, ownSociete } from "#server/api/context";
import { errorData } from "#server/api/format-error";
import { createCaller } from "#server/api/root";
import { demoCode } from "#server/demo/demo-second-factor";
import { log } from "#server/log";
import { type Answer, createPageQueries } from "./page-queries.ts";
import { placeOf } from "./watch-requests.ts";

export type LoadContext = ReturnType<typeof createLoadContext>;

/** The only thing the Remix bundle receives of the server: the API, called without an HTTP hop. */
export function createLoadContext(
  ctx: Context,
  { nonce, isForm }: { readonly nonce: string; readonly isForm: boolean },
) {
  const reading: Context = { ...ctx, requestedSociete: ownSociete };
  const caller = createCaller(reading);
  const answers: Answer[] = [];
  return {
    nonce,
    /** Loaders run after a form was posted without JavaScript, and refused. */
    isForm,
    langue: ctx.langue,
    /** The day it is in Paris. */
    today: ctx.now.today,
    /** Whose page this is: the browser compares it with the page it is on. */
    owner: ownerOf(ctx.session),
    /** The demo's letter box; null when mails really leave. */
    mailbox: ctx.doors.mail.mailbox,
    /** In the demonstration, the code its operator's authenticator would show: everybody may try the console. */
    demoCode: () => (ctx.doors.env.APP_MODE === "demo" ? demoCode() : null),
    /** Payments are played on a local double of Stripe. */
    isSandbox: ctx.doors.sandbox !== null,
    caller,
    /** What the loaders of this page have read, all of them together: what its components draw. */
    answers,
    /** Reads for one loader, which hands `own` over to the browser. */
    queries: () => {
      const own: Answer[] = [];
      const ask = createPageQueries(caller, (answer) => {
        own.push(answer);
        answers.push(answer);
      });
      return { ask, own };
    },
    /** A form posted without JavaScript: acts on the société the form was rendered for. */
    mutate: (path: string, input: unknown, societe: unknown) =>
      callProcedure(
        { ...ctx, requestedSociete: typeof societe === "string" ? societe : null },
        path,
        input,
      ),
    failure: (error: unknown) => failure(error, ctx.requestId),
    errorResponse: (error: unknown, request: Request) =>
      errorResponse(error, request, ctx.requestId),
    takeCookies: () => ctx.resHeaders,
    logError(error: unknown, request: Request): void {
      const { pathname: url } = new URL(request.url);
      const { requestId, session, doors } = ctx;
      log.error({ reqId: requestId, url, err: error }, "page failed");
      const societeId = session?.member?.societeId ?? null;
      doors.veille.failed({ place: placeOf(url), societeId, requestId });
    },
  };
}

const ownerOf = (session: Context["session"]): string | null =>
  session?.member ? `${session.user.id} ${session.member.societeId}` : null;

/** `path` comes from the route's own closed list of forms, never from the request. */
function callProcedure(ctx: Context, path: string, input: unknown): Promise<unknown> {
  const [name = "", procedure = ""] = path.split(".");
  const routers: Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  > = createCaller(ctx) as never;
  const call = routers[name]?.[procedure];
  if (!call) throw new TRPCError({ code: "NOT_FOUND" });
  return call(input);
}

function failure(error: unknown, requestId: string) {
  const known =
    error instanceof TRPCError
      ? error
      : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
  return { status: getHTTPStatusCodeFromError(known), ...errorData(known, requestId) };
}

/** What a page answers when it cannot be read: to log in, to choose a société, or its status. */
function errorResponse(
  error: unknown,
  request: Request,
  requestId: string,
): Response | ReturnType<typeof data> {
  if (error instanceof Response) return error;
  const { status, refusal, details } = failure(error, requestId);
  const { pathname, search } = new URL(request.url);
  const suite = encodeURIComponent(pathname + search);
  if (refusal === "SESSION_REQUIRED") return seeOther(`/connexion?suite=${suite}`);
  if (refusal === "SECOND_FACTOR_REQUIRED") return seeOther("/compte/second-facteur");
  if (refusal === "SOCIETE_REQUIRED") return seeOther(`/choisir-societe?suite=${suite}`);
  return data({ refusal, details, requestId }, status);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
