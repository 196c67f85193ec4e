import Stripe from "stripe";
import { isTracing, traced } from "#server/traces/traced";

/** The webhook endpoint must be given the same one: an event's shape follows its endpoint's version, not ours. */
const stripeApiVersion = "2026-10-28.endive";

export type StripeKey = {
  readonly secretKey: string;
  /** Origin of the API; absent: Stripe itself. */
  readonly apiBase: string | undefined;
  /** How often a call that failed on the way is made again; twice unless told. */
  readonly retries?: number;
};

/** The one client of the process. Everything a request may wait for is bounded here. */
export function createStripe({ secretKey, apiBase, retries = 2 }: StripeKey): Stripe {
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    typescript: true,
    telemetry: false,
    timeout: 10_000,
    maxNetworkRetries: retries,
    ...(isTracing() ? { httpClient: tracedClient() } : {}),
    ...(apiBase === undefined ? {} : placeOf(new URL(apiBase))),
  });
}

function placeOf({ protocol, hostname, port }: URL) {
  const isHttp = protocol === "http:";
  return {
    protocol: isHttp ? ("http" as const) : ("https" as const),
    host: hostname,
    port: port === "" ? (isHttp ? 80 : 443) : Number(port),
  };
}

/** Each call in a span of its own, retries included one by one; ids and search are left out of its name. */
function tracedClient() {
  const client = Stripe.createNodeHttpClient();
  const makeRequest = client.makeRequest.bind(client);
  client.makeRequest = (...call) => {
    const [, , path, method] = call;
    const name = `stripe ${method} ${templateOf(path)}`;
    return traced({ name, kind: "client" }, async (note) => {
      const answer = await makeRequest(...call);
      note({ "http.response.status_code": answer.getStatusCode() });
      return answer;
    });
  };
  return client;
}

/** « /v1/subscriptions/sub_1Abc?expand… » is « /v1/subscriptions/:id ». */
const templateOf = (path: string): string =>
  (path.split("?")[0] ?? "").replaceAll(/\/(?!v\d)[^/]*[A-Z0-9][^/]*/g, "/:id");
