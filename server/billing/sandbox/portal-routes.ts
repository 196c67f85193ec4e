import { liveCustomer } from "./customer-routes.ts";
import type { Form } from "./form.ts";
import { listOf } from "./lists.ts";
import type { PortalConfiguration, PortalSession } from "./objects/pages.ts";
import { type Json, render } from "./render.ts";
import type { Route } from "./route.ts";
import { change, get, type Sandbox } from "./sandbox.ts";
import { StripeError } from "./stripe-error.ts";

const path = "/v1/billing_portal";

export const portalRoutes: readonly Route[] = [
  ["POST", `${path}/configurations`, configure],
  ["GET", `${path}/configurations`, list],
  ["GET", `${path}/configurations/:id`, (box, _, id) => render(configurationOf(box, id))],
  ["POST", `${path}/configurations/:id`, update],
  ["POST", `${path}/sessions`, open],
];

const configurationOf = ({ state }: Sandbox, id: string, where?: string) =>
  get(state.portalConfigurations, "configuration", id, where);

function list(sandbox: Sandbox, form: Form): Json {
  const active = form.flag("active");
  const isDefault = form.flag("is_default");
  const rows = Object.values(sandbox.state.portalConfigurations).filter(
    (one) =>
      (active === undefined || one.active === active) &&
      (isDefault === undefined || one.is_default === isDefault),
  );
  return listOf(form, `${path}/configurations`, rows);
}

function configure(sandbox: Sandbox, form: Form): Json {
  if (!form.has("features")) form.need("features");
  const isFirst = Object.keys(sandbox.state.portalConfigurations).length === 0;
  const configuration: PortalConfiguration = {
    id: sandbox.newId("bpc"),
    object: "billing_portal.configuration",
    active: true,
    business_profile: form.in("business_profile").plain(),
    created: sandbox.now(),
    default_return_url: form.textOrNull("default_return_url"),
    features: form.in("features").plain() as Record<string, unknown>,
    is_default: isFirst,
    metadata: form.metadata(),
    updated: sandbox.now(),
  };
  sandbox.state.portalConfigurations[configuration.id] = configuration;
  sandbox.emit("billing_portal.configuration.created", configuration);
  return render(configuration);
}

function update(sandbox: Sandbox, form: Form, id: string): Json {
  const configuration = configurationOf(sandbox, id);
  const patch: Partial<PortalConfiguration> = {
    active: form.flag("active") ?? configuration.active,
    metadata: form.metadata(configuration.metadata),
    ...(form.has("features")
      ? { features: { ...configuration.features, ...(form.in("features").plain() as Json) } }
      : {}),
    ...(form.has("business_profile")
      ? { business_profile: form.in("business_profile").plain() }
      : {}),
    ...(form.has("default_return_url")
      ? { default_return_url: form.textOrNull("default_return_url") }
      : {}),
    updated: sandbox.now(),
  };
  change(sandbox, configuration, patch, "billing_portal.configuration.updated");
  return render(configuration);
}

function open(sandbox: Sandbox, form: Form): Json {
  const customer = liveCustomer(sandbox, form.need("customer"), "customer");
  const named = form.textOrNull("configuration");
  const configuration = named
    ? configurationOf(sandbox, named, "configuration")
    : Object.values(sandbox.state.portalConfigurations).find((one) => one.is_default);
  if (!configuration)
    throw new StripeError(
      "No configuration provided and your test mode default configuration has not been created. Provide a configuration or create your default by saving your customer portal settings in test mode at https://dashboard.stripe.com/test/settings/billing/portal.",
    );
  const id = sandbox.newId("bps");
  const session: PortalSession = {
    id,
    object: "billing_portal.session",
    configuration: configuration.id,
    created: sandbox.now(),
    customer: customer.id,
    flow: form.has("flow_data") ? (form.in("flow_data").plain() as Json) : null,
    locale: form.textOrNull("locale"),
    return_url: form.textOrNull("return_url") ?? configuration.default_return_url,
    url: `${sandbox.pagesOrigin}/bac-a-sable/portail/${id}`,
  };
  sandbox.state.portalSessions[id] = session;
  return render(session);
}
