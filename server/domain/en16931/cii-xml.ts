import { plainDecimal } from "../decimal.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** What XML 1.0 cannot hold at all. */
const ILLEGAL = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escapeXml = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(ILLEGAL, "")
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

/** An element holding text; no element at all for an empty text (PEPPOL-EN16931-R008). */
export function leaf(name: string, value: string, attributes: Record<string, string> = {}): string {
  const text = escapeXml(value.trim());
  const written = Object.entries(attributes).map(([key, of]) => ` ${key}="${escapeXml(of)}"`);
  return text && `<${name}${written.join("")}>${text}</${name}>`;
}

/** An element holding elements; none at all when all of them are absent. */
export function group(name: string, ...children: readonly string[]): string {
  const content = children.join("");
  return content && `<${name}>${content}</${name}>`;
}

/** `AAAAMMJJ`. Inside FormattedIssueDateTime the prefix is qdt, everywhere else udt. */
export const day = (name: string, on: string, prefix: "udt" | "qdt" = "udt") =>
  group(name, leaf(`${prefix}:DateTimeString`, on.replaceAll("-", ""), { format: "102" }));

/** Cents, and rates in basis points: exactly 2 decimals. */
export const amount = (value: number) => plainDecimal(value, 2, 2);
/** At most 4 decimals (BR-FR-DEC-02). */
export const quantity = (value: number) => plainDecimal(value, 4);
/** 2 to 6 decimals (BR-FR-DEC-03). */
export const price = (value: number) => plainDecimal(value, 6, 2);
