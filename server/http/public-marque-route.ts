import { createHash } from "node:crypto";
import type { Context as HonoContext } from "hono";
import { Refusal } from "#server/domain/refusal";
import type { Doors } from "#server/doors";
import { type PublicMarque, publicMarque, versionOf } from "#server/marque/public-marque";
import { findLogo } from "#server/societe/find-logo";
import { iconSvg, manifest, styleSheet } from "./marque-files.ts";
import { ipOf } from "./request-context.ts";

export const publicMarquePath =
  "/marque/:slug{[a-z0-9-]+}/:file{(style\\.css|logo\\.png|icone\\.svg|manifest\\.webmanifest)}";

type Made = { readonly body: string | Uint8Array; readonly type: string };

/**
 * `/marque/<slug>/style.css`, `logo.png`, `icone.svg` and `manifest.webmanifest`: what a société shows before anybody
 * has logged in. Asked again by ETag; kept for ever under the version the page names (`?v=`). An address of nobody's
 * answers as a société without a brand does: sheets and manifests are no directory.
 */
export const publicMarqueRoute = (doors: Doors) => async (c: HonoContext) => {
  const wait = await secondsToWait(doors, c);
  if (wait !== null)
    return c.text("Trop de demandes à la suite. Réessayez un peu plus tard.", 429, {
      "retry-after": `${wait}`,
    });
  const found = await publicMarque(doors, c.req.param("slug") ?? "");
  const made = await fileOf(c.req.param("file") ?? "", found);
  if (made === null) return c.notFound();
  const isKept = found !== null && c.req.query("v") === versionOf(found.marque);
  return tagged(c, made, isKept ? "public, max-age=31536000, immutable" : "public, no-cache");
};

/** Guessing names one by one is slow: a network is counted as for any reading. Null when it may go on. */
async function secondsToWait(doors: Doors, c: HonoContext): Promise<number | null> {
  try {
    const caller = { userId: null, ip: ipOf(doors, c), now: doors.clock() };
    await doors.limits.admit("marque", "reading", caller);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return Number(error.details["seconds"] ?? 60);
    throw error;
  }
}

async function fileOf(file: string, found: PublicMarque | null): Promise<Made | null> {
  const { nom, slug, marque } = found ?? nobody;
  switch (file) {
    case "style.css":
      return { body: found ? styleSheet(marque) : "", type: "text/css; charset=utf-8" };
    case "manifest.webmanifest":
      return { body: manifest(nom, slug, marque), type: "application/manifest+json" };
    case "icone.svg":
      return { body: iconSvg(nom, marque, await logoOf(found)), type: "image/svg+xml" };
    default: {
      const logo = await logoOf(found);
      return logo && { body: logo, type: "image/png" };
    }
  }
}

const nobody = { nom: "FacturePro", slug: "", marque: { accent: "#1d4e89" } };

const logoOf = async (found: PublicMarque | null) =>
  found?.marque.logoSha256 ? findLogo(found.tenant, found.marque.logoSha256) : null;

/** With its ETag, or 304 to who has it. An icon is an image: nothing in it may run or load. */
export function tagged(
  c: HonoContext,
  { body, type }: Made,
  control: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": control, ...more };
  if (c.req.header("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const csp = "default-src 'none'; img-src data:; style-src 'none'; sandbox";
  return new Response(bytes, {
    headers: { ...headers, "content-type": type, "content-security-policy": csp },
  });
}
