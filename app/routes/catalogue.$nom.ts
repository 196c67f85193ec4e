import type { LoaderFunctionArgs } from "@remix-run/node";
import { catalogueNamed } from "../i18n/tongues.server";

/** Every sentence of one language, kept by the browser until one changes. */
export function loader({ params }: LoaderFunctionArgs) {
  const found = catalogueNamed(params["nom"] ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const control = found.isCurrent ? "public, max-age=31536000, immutable" : "no-store";
  const headers = { "content-type": "application/json", "cache-control": control };
  return new Response(found.text, { headers });
}
