import type { Invoice } from "../objects/invoice.ts";
import { dayOf, euros, invoiceStatusOf } from "./words.ts";

/** A one-page PDF of plain text: enough for a link to open something true. Latin characters only. */
export function invoicePdf(invoice: Invoice): Uint8Array<ArrayBuffer> {
  const lines = [
    "BAC A SABLE - AUCUN PAIEMENT REEL",
    "",
    `Facture d'abonnement ${invoice.number ?? invoice.id}`,
    `Date : ${dayOf(invoice.created)}    État : ${invoiceStatusOf[invoice.status]}`,
    `Client : ${invoice.customer_name ?? invoice.customer_email ?? invoice.customer}`,
    "",
    ...invoice.lines.data.map((line) => `${line.description}    ${euros(line.amount)}`),
    ...(invoice.total_discount_amounts ?? []).map((off) => `Remise    ${euros(-off.amount)}`),
    "",
    `Total HT : ${euros(invoice.total_excluding_tax)}`,
    `TVA : ${euros(invoice.total - invoice.total_excluding_tax)}`,
    `Total TTC : ${euros(invoice.total)}`,
    `Payé : ${euros(invoice.amount_paid)}`,
  ];
  const text = lines.map((line) => `(${escaped(line)}) '`).join("\n");
  return assemble([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    streamOf(`BT /F1 11 Tf 16 TL 56 786 Td\n${text}\nET`),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ]);
}

const streamOf = (content: string) =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** One byte a character: spaces of all widths become plain, € is 0x80 in WinAnsi. */
const escaped = (line: string) =>
  line
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ")
    .replaceAll("’", "'")
    .replaceAll("×", "x")
    .replaceAll("€", "\u0080")
    .replaceAll(/[^\u0020-\u00ff]/g, "?")
    .replaceAll(/[\\()]/g, "\\$&");

function assemble(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let file = "%PDF-1.4\n";
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
