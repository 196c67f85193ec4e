import { readableInk, textOn } from "#server/domain/contrast";
import type { Marque } from "#server/domain/emetteur";
import { initials } from "#server/domain/initials";

const colour = /^#[0-9a-f]{6}$/;

/** The sheet of a brand: one checked colour and nothing else. `marque.css` makes readable colours of it. */
export const styleSheet = ({ accent }: Pick<Marque, "accent">): string =>
  colour.test(accent) ? `:root{--marque:${accent}}` : "";

/** Its icon at any size: the logo on white, or the initials on its colour. */
export function iconSvg(nom: string, { accent }: Pick<Marque, "accent">, logo: Uint8Array | null) {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">';
  if (logo !== null) {
    const png = Buffer.from(logo).toString("base64");
    return `${open}<rect width="512" height="512" rx="96" fill="#fff"/><image x="48" y="48" width="416" height="416" href="data:image/png;base64,${png}"/></svg>`;
  }
  const back = colour.test(accent) ? readableInk(accent) : "#14213d";
  const text = initials(nom).replace(/[<>&"']/g, "");
  return `${open}<rect width="512" height="512" rx="96" fill="${back}"/><text x="256" y="334" text-anchor="middle" font-family="system-ui,sans-serif" font-size="224" font-weight="600" fill="${textOn(back)}">${text}</text></svg>`;
}

/** Web app manifest (W3C): the product installed under the société's name and colour. */
export const manifest = (nom: string, slug: string, { accent }: Pick<Marque, "accent">): string =>
  JSON.stringify({
    id: `/connexion/${slug}`,
    name: `${nom} · FacturePro`,
    short_name: nom.slice(0, 24),
    lang: "fr",
    start_url: "/factures",
    scope: "/",
    display: "standalone",
    background_color: "#fbfaf8",
    theme_color: colour.test(accent) ? accent : "#14213d",
    icons: [{ src: `/marque/${slug}/icone.svg`, sizes: "any", type: "image/svg+xml" }],
  });
