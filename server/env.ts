import { z } from "zod";

const secretPattern = /^k\d+:[A-Za-z0-9+/=_-]{43,}$/;
const secretList = z
  .string()
  .refine((list) => list.split(",").every((entry) => secretPattern.test(entry.trim())), {
    message: "expected `k2:<base64 of 32 bytes>,k1:…`, newest first",
  });

/** As OpenTelemetry writes headers in a variable. */
function isHeaderList(list: string): boolean {
  try {
    return list.split(",").every((entry) => decodeURIComponent(entry).trim().indexOf("=") > 0);
  } catch {
    return false;
  }
}

const schema = z.object({
  APP_MODE: z.enum(["demo", "production"]).default("demo"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  APP_SECRET: secretList.optional(),
  /** Where backups go; `sauvegardes` in DATA_DIR otherwise. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** Seals the backups; without it they lie in clear. */
  BACKUP_KEY: secretList.optional(),
  /** Backups kept: the last of each of so many days, weeks and months. */
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, "expected days,weeks,months such as 7,4,3")
    .default("7,4,3"),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  /** One secret, or several separated by commas during a rotation. */
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .refine((list) => list.split(",").every((secret) => secret.trim() !== ""), {
      message: "expected one secret, or several separated by commas",
    })
    .optional(),
  STRIPE_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Opens `/metrics` to who holds it. */
  METRICS_TOKEN: z.string().min(32).optional(),
  /** Base URL of an OTLP/HTTP collector: traces are exported there, and nowhere without it. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** `name=value,…`, percent-encoded: what the collector asks to let us in. */
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .refine(isHeaderList, { message: "expected name=value,name=value, percent-encoded" })
    .optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default("facturepro"),
  /** The share of requests that are traced, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  TENANT_DATABASES: z.enum(["file"]).default("file"),
  /** `off`: nothing is counted, for a load client. Demonstration only. */
  BRAKES: z.enum(["on", "off"]).default("on"),
  /** Set by Fly itself: only then is the header `Fly-Client-IP` believed. */
  FLY_APP_NAME: z.string().min(1).optional(),
});

type Parsed = z.infer<typeof schema>;
export type Env = Omit<Parsed, "APP_ORIGIN"> & { readonly APP_ORIGIN: string };

/** Names a variable that stops the service from starting. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/**
 * Every environment variable, parsed once. An empty string counts as absent.
 *
 * @throws EnvError naming the first wrong or missing variable
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EnvError(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const env = { ...parsed.data, APP_ORIGIN: originOf(parsed.data) };
  if (env.APP_MODE === "production") assertProduction(env);
  return env;
}

function originOf({ APP_ORIGIN, PORT }: Parsed): string {
  if (APP_ORIGIN === undefined) return `http://localhost:${PORT}`;
  const url = new URL(APP_ORIGIN);
  if (url.pathname !== "/" || url.search !== "" || url.username !== "")
    throw new EnvError("APP_ORIGIN: expected an origin only, such as https://facturepro.fr");
  return url.origin;
}

const requiredInProduction = [
  "APP_SECRET",
  "SMTP_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
] as const;

function assertProduction(env: Env): void {
  if (!env.APP_ORIGIN.startsWith("https://"))
    throw new EnvError("APP_ORIGIN: production must be served over https");
  if (env.BRAKES === "off") throw new EnvError("BRAKES: production keeps its brakes");
  for (const name of requiredInProduction)
    if (env[name] === undefined) throw new EnvError(`${name}: required in production`);
}
