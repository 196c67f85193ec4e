import {
  appendUpdate,
  openPdf,
  type PdfFile,
  PdfLayoutError,
  type PdfObject,
} from "./pdf-update.ts";
import { claimFacturX } from "./xmp.ts";

const isNative = (catalog: string) => catalog.includes("/OutputIntents");

function required(text: string, pattern: RegExp, what: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new PdfLayoutError(what);
  return found;
}

/** The XMP packet, replaced by one that also claims Factur-X and PDF/UA (and PDF/A-3a where Typst did not). */
function metadataOf(pdf: PdfFile, catalog: string): PdfObject {
  const id = Number(required(catalog, /\/Metadata (\d+) 0 R/, "metadata"));
  const begin = pdf.bytes.indexOf("<?xpacket begin", pdf.offsetOf(id));
  const end = pdf.bytes.indexOf("?>", pdf.bytes.indexOf("<?xpacket end", begin)) + 2;
  const xmp = begin < 0 ? null : claimFacturX(pdf.bytes.toString("utf8", begin, end));
  if (xmp === null) throw new PdfLayoutError("XMP packet");
  const packet = Buffer.from(xmp);
  const head = `<</Type/Metadata/Subtype/XML/Length ${packet.length}>>\nstream\n`;
  return [id, Buffer.concat([Buffer.from(head), packet, Buffer.from("\nendstream")])];
}

/** What the WebAssembly build leaves out: the colour profile, and the role of the embedded XML. */
function completion(pdf: PdfFile, catalog: string): { objects: PdfObject[]; entries: string } {
  const attachment = Number(required(catalog, /\(factur-x\.xml\) (\d+) 0 R/, "attachment"));
  const filespec = pdf.read(attachment).replace("<<", "<<\n  /AFRelationship /Alternative");
  const profile = rgbProfile(pdf);
  const intent =
    `<<\n  /Type /OutputIntent\n  /DestOutputProfile ${profile} 0 R\n  /S /GTS_PDFA1\n` +
    "  /OutputConditionIdentifier (Custom)\n  /OutputCondition (sRGB)\n  /RegistryName ()\n  /Info (sRGB v4.2)\n>>";
  return {
    objects: [
      [attachment, Buffer.from(filespec, "latin1")],
      [pdf.size, Buffer.from(intent)],
    ],
    entries: `\n  /OutputIntents [${pdf.size} 0 R]\n  /AF [${attachment} 0 R]`,
  };
}

/** The sRGB profile that Typst embeds for its own colours: three components, where that of greys has one. */
function rgbProfile(pdf: PdfFile): number {
  for (let id = 1; id < pdf.size; id++) {
    const profile = /^\[\/ICCBased (\d+) 0 R\]/.exec(pdf.read(id))?.[1];
    if (profile && /\/N 3\b/.test(pdf.read(Number(profile)))) return Number(profile);
  }
  throw new PdfLayoutError("colour profile");
}

/**
 * Make Typst's PDF a Factur-X: PDF/A-3a and PDF/UA-1 at once, which Typst can only claim one at a time, and with the
 * Factur-X metadata, which it cannot write. One incremental update; all bytes Typst wrote stay as they are.
 *
 * @throws PdfLayoutError when the PDF is not as the pinned version of Typst writes it.
 */
export function finishPdf(bytes: Buffer): Buffer {
  const pdf = openPdf(bytes);
  const catalog = pdf.read(pdf.root);
  const added = isNative(catalog) ? { objects: [], entries: "" } : completion(pdf, catalog);
  const titled = catalog.replace(/\/ViewerPreferences\s*<</, `$&/DisplayDocTitle true `);
  if (titled === catalog) throw new PdfLayoutError("viewer preferences");
  const completed = titled.replace(/>>$/, `${added.entries}\n>>`);
  return appendUpdate(pdf, [
    metadataOf(pdf, catalog),
    [pdf.root, Buffer.from(completed, "latin1")],
    ...added.objects,
  ]);
}
