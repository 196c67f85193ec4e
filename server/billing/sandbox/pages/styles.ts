import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const own = `
* { box-sizing: border-box; }
body { min-height: 100vh; }
h1 { font-size: var(--t-26); letter-spacing: -0.015em; }
h2 { font-size: var(--t-16); }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--e-6); width: 100%; max-width: 1000px; margin: 0 auto; padding: var(--e-8) var(--e-6) var(--e-12); }
.ruban { display: flex; flex-wrap: wrap; gap: 0 var(--e-3); justify-content: center; padding: var(--e-2) var(--e-4); background: var(--attention-pale); color: var(--attention); font-size: var(--t-13); text-align: center; position: sticky; top: 0; z-index: 1; }
.alerte { padding: 10px var(--e-3); border-radius: var(--rayon-s); background: var(--erreur-pale); color: var(--erreur); }
.note { padding: 10px var(--e-3); border-radius: var(--rayon-s); background: var(--info-pale); color: var(--info); }
.deux { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: var(--e-8); align-items: start; }
section, .bloc { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--e-3); }
section + section { padding-top: var(--e-6); border-top: 1px solid var(--trait); }
dl { display: grid; gap: 6px; }
dl > div { display: flex; justify-content: space-between; gap: var(--e-4); }
dd { font-variant-numeric: tabular-nums; text-align: right; }
.grand { font-size: var(--t-34); font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.total { padding-top: var(--e-2); border-top: 1px solid var(--encre); font-weight: 600; }
.ligne { display: flex; flex-wrap: wrap; gap: var(--e-2) var(--e-3); align-items: center; }
.ligne > .bouton, .ligne > form > .bouton { white-space: normal; }
.essais { display: grid; gap: var(--e-1); }
.essais .bouton { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--e-2); width: 100%; height: auto; min-height: 40px; padding: 6px var(--e-3); text-align: left; white-space: normal; }
.essais .num { color: var(--encre-2); font-size: var(--t-13); }
.grille { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--e-3); }
.grille > .large { grid-column: 1 / -1; }
fieldset { margin: 0; padding: 0; border: 0; display: grid; gap: var(--e-3); min-width: 0; }
legend { padding: 0; margin-bottom: var(--e-2); font-weight: 600; font-size: var(--t-16); }
table { width: 100%; border-collapse: collapse; font-size: var(--t-13); }
th { text-align: left; font-weight: 500; color: var(--encre-2); }
th, td { padding: var(--e-2) var(--e-3) var(--e-2) 0; border-bottom: 1px solid var(--trait); vertical-align: top; }
td.num, th.num { text-align: right; }
.defile { position: relative; overflow-x: auto; }
.defile:focus-visible { outline: 2px solid var(--accent); }
details > summary { cursor: pointer; color: var(--encre-2); min-height: 24px; }
@media (max-width: 720px) {
  main { padding: var(--e-4) var(--e-4) var(--e-8); }
  .deux, .grille { grid-template-columns: minmax(0, 1fr); }
  .essais .bouton { grid-template-columns: minmax(0, 1fr); gap: 0; min-height: 44px; }
  .lien { display: inline-block; padding: 10px 0; }
}
`;

/** The product's tokens and controls, read once, then what these pages add. Dark follows the system here. */
export function readStyles(root: string): string {
  const read = (name: string) =>
    readFileSync(path.join(root, "app/styles", `${name}.css`), "utf8").replaceAll(
      "@variant theme-sombre",
      "@media (prefers-color-scheme: dark)",
    );
  return `${typeface(root)}\n${["tokens", "base", "controls"].map(read).join("\n")}\n${own}`;
}

/** The file the product's own pages have loaded already; without a build, the system's typeface. */
function typeface(root: string): string {
  const assets = path.join(root, "build/client/assets");
  const files = existsSync(assets) ? readdirSync(assets) : [];
  const file = files.find((name) => /^inter-latin-opsz-normal-.*\.woff2$/.test(name));
  if (!file) return "";
  return `@font-face { font-family: "Inter Variable"; font-display: swap; font-weight: 100 900; src: url("/assets/${file}") format("woff2"); }`;
}
