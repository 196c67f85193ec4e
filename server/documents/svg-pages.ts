const HEIGHT = /viewBox="0 0 ([\d.]+) ([\d.]+)"/;
// Typst indents: what belongs to the document itself, page after page, stands four spaces deep
const PAGE =
  /^ {4}<path class="typst-shape" fill="#ffffff"[^\n]*\n([\s\S]*?)(?=^ {4}<path class="typst-shape" fill="#ffffff"|^ {4}<defs|^<\/svg>)/gm;
const DEFINITIONS = /^ {4}<defs id="([^"]*)">\n([\s\S]*?)^ {4}<\/defs>/gm;
const DEFINITION = /<(symbol|clipPath|\w+) id="([^"]+)"[\s\S]*?<\/\1>/g;

/**
 * Cut Typst's one tall SVG into its pages, each self-contained: it carries the glyphs it uses and no others.
 * Typst draws all text as outlines, so there is no text, style or script in it.
 */
export function svgPages(svg: string): string[] {
  const [, width = "0", total = "0"] = HEIGHT.exec(svg) ?? [];
  const bodies = [...svg.matchAll(PAGE)].map(([, body = ""]) => body.replace(/^ +/gm, ""));
  const definitions = [...svg.matchAll(DEFINITIONS)].flatMap(([, , content = ""]) =>
    [...content.matchAll(DEFINITION)].map(([text, , id = ""]) => ({ id, text })),
  );
  const height = Number(total) / Math.max(bodies.length, 1);
  return bodies.map((body, page) => {
    const used = new Set(body.match(/#[\w-]+/g)?.map((reference) => reference.slice(1)));
    const kept = definitions.filter(({ id }) => used.has(id)).map(({ text }) => text);
    const top = page * height;
    return [
      `<svg viewBox="0 ${top} ${width} ${height}" width="${width}" height="${height}"`,
      ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">',
      `<rect y="${top}" width="${width}" height="${height}" fill="#ffffff"/>`,
      `${body}<defs>${kept.join("\n").replace(/^ +/gm, "")}</defs></svg>`,
    ].join("");
  });
}
