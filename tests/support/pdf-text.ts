import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The words of each page, in reading order, one entry per page; no-break spaces and places to break are ordinary. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""));
    pages.push(
      text
        .join("")
        .replace(/[\u00a0\u202f]/g, " ")
        .replace(/\u200b/g, ""),
    );
  }
  await document.destroy();
  return pages;
}

/** Without any space: extraction may put or lose one between two runs of glyphs. */
export const withoutSpaces = (text: string): string => text.replace(/\s/g, "");
