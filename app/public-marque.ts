import type { LoaderFunctionArgs } from "@remix-run/node";
import type { RouterOutputs } from "./trpc";

export type PublicMarque = NonNullable<RouterOutputs["societe"]["publicMarque"]>;

/** Addresses of société's names are made of these; anything else is nobody's. */
const slugPattern = /^[a-z0-9-]{1,60}$/;

/** The société a page without a session is dressed for; null: ours. */
export const marqueAt = async (
  { caller }: LoaderFunctionArgs["context"],
  slug: string | undefined,
): Promise<PublicMarque | null> =>
  slug !== undefined && slugPattern.test(slug) ? caller.societe.publicMarque({ slug }) : null;

/** Its colours, kept for ever under their version. */
export const marqueLinks = ({ slug, version }: PublicMarque) => [
  { tagName: "link", rel: "stylesheet", href: `/marque/${slug}/style.css?v=${version}` },
  { tagName: "link", rel: "icon", href: `/marque/${slug}/icone.svg?v=${version}` },
  { tagName: "link", rel: "manifest", href: `/marque/${slug}/manifest.webmanifest` },
];

export const publicLogoUrl = ({ slug, version, hasLogo }: PublicMarque): string | null =>
  hasLogo ? `/marque/${slug}/logo.png?v=${version}` : null;
