const size = /viewBox="0 ([\d.]+) ([\d.]+) ([\d.]+)"/;
const gap = 14;

/** The pages of a document one under the other, as one image. */
export function stackedPages(pages: readonly string[]): string {
  const [, , width = "0", height = "0"] = size.exec(pages[0] ?? "") ?? [];
  const [w, h] = [Number(width), Number(height)];
  const total = pages.length * (h + gap) - gap;
  const placed = pages.map((page, index) =>
    page.replace("<svg ", `<svg x="0" y="${index * (h + gap)}" `),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${total}" width="${w}" height="${total}">`,
    ...placed,
    "</svg>",
  ].join("");
}
