import { randomBytes } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/** What the first handlers leave to those that follow. */
export type Variables = {
  nonce: string;
  requestId: string;
  /** The session's, once it is read. */
  societeId?: string;
};

/**
 * Headers of every answer below, and the nonce of its Content-Security-Policy. `csp` is off in development only:
 * the HMR preamble is an inline script.
 */
export function securityHeaders({
  csp,
  https,
}: {
  csp: boolean;
  https: boolean;
}): MiddlewareHandler<{
  Variables: Variables;
}> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString("base64");
    c.set("nonce", nonce);
    await next();
    const { headers } = c.res;
    for (const [name, value] of fixedHeaders) headers.set(name, value);
    if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (csp && !headers.has("content-security-policy"))
      headers.set("content-security-policy", policy(nonce));
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  };
}

/**
 * No address leaves for another site: some hold the secret of a mail. `no-referrer` would make Chromium send `Origin: null` on
 * forms, which the origin check refuses.
 */
const fixedHeaders = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["x-frame-options", "DENY"],
] as const;

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self' https://checkout.stripe.com https://billing.stripe.com",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
