import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of glyphs: its words, and its box in points from the bottom left corner of the page. */
export type TextRun = {
  readonly text: string;
  readonly hasEol: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** The runs of each page, in reading order. */
export async function pdfRuns(bytes: Uint8Array): Promise<TextRun[][]> {
  const data = new Uint8Array(bytes);
  const document = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const pages: TextRun[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!("str" in item)) return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        const { str: text, hasEOL: hasEol, width, height: size } = item;
        return [{ text, hasEol, x, y, width, size }];
      }),
    );
  }
  await document.destroy();
  return pages;
}

/** The words of each page, in reading order, one entry per page; no-break spaces are ordinary ones. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const pages = await pdfRuns(bytes);
  return pages.map((runs) =>
    runs
      .map(({ text, hasEol }) => text + (hasEol ? "\n" : ""))
      .join("")
      .replace(/[\u00a0\u202f]/g, " "),
  );
}

/** Pairs of runs printed over each other; none on a page that can be read. */
export function overlaps(runs: readonly TextRun[]): string[] {
  const printed = runs.filter(({ text }) => text.trim() !== "");
  return printed.flatMap((a, i) =>
    printed.slice(i + 1).flatMap((b) => {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const isOver = across > 1 && Math.abs(a.y - b.y) < Math.min(a.size, b.size) / 2;
      return isOver ? [`« ${a.text} » over « ${b.text} »`] : [];
    }),
  );
}

/** Without any space: extraction may put or lose one between two runs of glyphs. */
export const withoutSpaces = (text: string): string => text.replace(/\s/g, "");
