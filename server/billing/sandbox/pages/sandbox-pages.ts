import { type Context, Hono } from "hono";
import type { Invoice } from "../objects/invoice.ts";
import type { OpenSandbox } from "../open-sandbox.ts";
import { get } from "../sandbox.ts";
import { StripeError } from "../stripe-error.ts";
import { actOnClock } from "./act-on-clock.ts";
import { actOnPortal } from "./act-on-portal.ts";
import { backTo, checkoutBody, type Typed } from "./checkout-page.ts";
import { clockBody } from "./clock-page.ts";
import { invoiceBody, payHosted } from "./invoice-page.ts";
import { invoicePdf } from "./invoice-pdf.ts";
import { type Html, layout } from "./layout.ts";
import { payCheckout } from "./pay-checkout.ts";
import { portalBody } from "./portal-page.ts";
import { readStyles } from "./styles.ts";
import { refusalOf } from "./words.ts";

type Variables = { Variables: { nonce: string } };
type PageContext = Context<Variables>;

type Show = (
  c: PageContext,
  page: { readonly title: string; readonly body: Html; readonly error?: string },
) => Response | Promise<Response>;

type Desk = { readonly app: Hono<Variables>; readonly box: OpenSandbox; readonly show: Show };

/** The sandbox's own pages, under `/bac-a-sable`: plain HTML and forms, no script. */
export function sandboxPages(box: OpenSandbox, root: string): Hono<Variables> {
  const app = new Hono<Variables>();
  const css = readStyles(root);
  const show: Show = (c, page) =>
    c.html(layout({ nonce: c.get("nonce"), css }, page), page.error ? 422 : 200);
  app.use(async (_, next) => {
    if (box.store.settle()) await box.keep();
    await next();
  });
  const desk = { app, box, show };
  checkoutPages(desk);
  portalPages(desk);
  invoicePages(desk);
  app.get("/horloge", (c) => show(c, { title: "Horloge", body: clockBody(box) }));
  app.post("/horloge", async (c) => {
    await actOnClock(box, await typedIn(c));
    return c.redirect(c.req.path, 303);
  });
  app.all("*", (c) => c.text("Cette page du bac à sable n’existe pas.", 404));
  app.onError((cause, c) => {
    if (!(cause instanceof StripeError)) throw cause;
    return c.text("Cette page du bac à sable n’existe pas, ou plus.", 404);
  });
  return app;
}

function checkoutPages({ app, box, show }: Desk): void {
  const { sandbox } = box.store;
  const title = "Payer l’abonnement";
  const sessionOf = (c: PageContext) =>
    get(sandbox.state.checkoutSessions, "session", c.req.param("id") ?? "");
  app.get("/checkout/:id", (c) =>
    show(c, { title, body: checkoutBody(sandbox, sessionOf(c), {}) }),
  );
  app.post("/checkout/:id", async (c) => {
    const session = sessionOf(c);
    const typed = await typedIn(c);
    try {
      const asked = payCheckout(sandbox, session, typed);
      await box.keep();
      return asked
        ? show(c, { title: "3-D Secure", body: asked })
        : c.redirect(backTo(session), 303);
    } catch (cause) {
      const error = refused(cause);
      return show(c, { title, body: checkoutBody(sandbox, session, typed), error });
    }
  });
}

function portalPages({ app, box, show }: Desk): void {
  const { sandbox } = box.store;
  const title = "Gérer l’abonnement";
  const sessionOf = (c: PageContext) =>
    get(sandbox.state.portalSessions, "session", c.req.param("id") ?? "");
  app.get("/portail/:id", (c) => show(c, { title, body: portalBody(sandbox, sessionOf(c)) }));
  app.post("/portail/:id", async (c) => {
    const session = sessionOf(c);
    try {
      await actOnPortal(box, session, await typedIn(c));
      return c.redirect(c.req.path, 303);
    } catch (cause) {
      const error = refused(cause);
      return show(c, { title, body: portalBody(sandbox, session), error });
    }
  });
}

function invoicePages({ app, box, show }: Desk): void {
  const { sandbox } = box.store;
  const invoiceOf = (c: PageContext) =>
    get(sandbox.state.invoices, "invoice", c.req.param("id") ?? "");
  const pageOf = (invoice: Invoice) => ({
    title: `Facture d’abonnement ${invoice.number ?? ""}`,
    body: invoiceBody(invoice, `${sandbox.pagesOrigin}/reglages/abonnement`),
  });
  app.get("/facture/:id", (c) => show(c, pageOf(invoiceOf(c))));
  app.get("/facture/:id/pdf", (c) =>
    c.body(invoicePdf(invoiceOf(c)), 200, { "content-type": "application/pdf" }),
  );
  app.post("/facture/:id", async (c) => {
    const invoice = invoiceOf(c);
    try {
      const asked = await payHosted(box, invoice, await typedIn(c));
      return asked ? show(c, { title: "3-D Secure", body: asked }) : c.redirect(c.req.path, 303);
    } catch (cause) {
      return show(c, { ...pageOf(invoice), error: refused(cause) });
    }
  });
}

/** The text fields of a form; files are nothing here. */
async function typedIn(c: PageContext): Promise<Typed> {
  const body = await c.req.parseBody();
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.slice(0, 500)] as const] : [],
  );
  return Object.fromEntries(texts);
}

function refused(cause: unknown): string {
  if (!(cause instanceof StripeError)) throw cause;
  return refusalOf(cause.facts.code, cause.message);
}
