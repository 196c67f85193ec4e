/** The PDF does not look as the pinned Typst writes it: stop rather than archive something broken. */
export class PdfLayoutError extends Error {
  override readonly name = "PdfLayoutError";
  constructor(what: string) {
    super(`unexpected PDF layout: ${what}`);
  }
}

export type PdfObject = readonly [id: number, body: Buffer];

/** A PDF with one classic cross-reference table, as Typst writes it. */
export type PdfFile = {
  readonly bytes: Buffer;
  readonly root: number;
  /** First free object number. */
  readonly size: number;
  readonly trailer: string;
  readonly previous: number;
  /** Text of an object between `obj` and `endobj`, one character per byte. */
  read(id: number): string;
  /** Where an object begins, in bytes. */
  offsetOf(id: number): number;
};

const ROW = 20;

export function openPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 1024));
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(tail)?.[1]?.trim();
  const header = /^xref\s+0 \d+\s*\n/.exec(bytes.toString("latin1", previous, previous + 40))?.[0];
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer ?? "")?.[1]);
  const size = Number(/\/Size (\d+)/.exec(trailer ?? "")?.[1]);
  if (!trailer || !header || !root || !size) throw new PdfLayoutError("cross-reference table");

  const offsetOf = (id: number) => {
    const row = previous + header.length + ROW * id;
    return Number(bytes.toString("latin1", row, row + 10));
  };
  const read = (id: number) => {
    const from = offsetOf(id);
    const text = bytes.toString("latin1", from, bytes.indexOf("endobj", from));
    if (!text.startsWith(`${id} 0 obj`)) throw new PdfLayoutError(`object ${id}`);
    return text.slice(`${id} 0 obj`.length).trim();
  };
  return { bytes, root, size, trailer, previous, offsetOf, read };
}

/** Append new versions of some objects (ISO 32000-1 §7.5.6): every byte already there stays as it is. */
export function appendUpdate(pdf: PdfFile, objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [pdf.bytes, Buffer.from("\n")];
  let at = pdf.bytes.length + 1;
  let table = "xref\n0 1\n0000000000 65535 f \n";
  let size = pdf.size;
  for (const [id, body] of objects.toSorted(([a], [b]) => a - b)) {
    const part = Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    table += `${id} 1\n${String(at).padStart(10, "0")} 00000 n \n`;
    parts.push(part);
    at += part.length;
    size = Math.max(size, id + 1);
  }
  const trailer = pdf.trailer.replace(/\/Size \d+/, `/Size ${size}`);
  parts.push(
    Buffer.from(
      `${table}trailer\n<<${trailer}\n/Prev ${pdf.previous}>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
