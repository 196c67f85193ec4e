/** Namespace of the Factur-X properties (Factur-X 1.09 §6.2.2); case and the final # matter. */
export const FACTUR_X = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
const PDF_UA = "http://www.aiim.org/pdfua/ns/id/";
const PDF_A = "http://www.aiim.org/pdfa/ns/id/";

/** `Version` is 1.0 for every Factur-X 1.x, and a credit note is an INVOICE too. */
export const facturX = {
  DocumentType: "INVOICE",
  DocumentFileName: "factur-x.xml",
  Version: "1.0",
  ConformanceLevel: "EN 16931",
} as const;

const tags = (prefix: string, entries: Readonly<Record<string, string>>) =>
  Object.entries(entries)
    .map(([name, value]) => `<${prefix}:${name}>${value}</${prefix}:${name}>`)
    .join("");

const resource = (content: string) => `<rdf:li rdf:parseType="Resource">${content}</rdf:li>`;

const property = (name: string, category: "external" | "internal", valueType = "Text") =>
  resource(tags("pdfaProperty", { name, valueType, category, description: name }));

const schema = (name: string, namespaceURI: string, prefix: string, properties: string) =>
  resource(
    tags("pdfaSchema", {
      schema: name,
      namespaceURI,
      prefix,
      property: `<rdf:Seq>${properties}</rdf:Seq>`,
    }),
  );

const description = (namespaces: Readonly<Record<string, string>>, content: string) => {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<rdf:Description rdf:about=""${declared.join("")}>${content}</rdf:Description>`;
};

/** PDF/A wants every property outside the standard ones declared (ISO 19005-3 §6.6.2.3.2). */
const EXTENSIONS =
  schema(
    "Factur-X PDFA Extension Schema",
    FACTUR_X,
    "fx",
    Object.keys(facturX)
      .map((name) => property(name, "external"))
      .join(""),
  ) +
  schema(
    "PDF/UA identification schema",
    PDF_UA,
    "pdfuaid",
    property("part", "internal", "Integer"),
  );

const FACTUR_X_CLAIM = description({ fx: FACTUR_X }, tags("fx", facturX));
const PDF_UA_CLAIM = description({ pdfuaid: PDF_UA }, tags("pdfuaid", { part: "1" }));
const PDF_A_CLAIM = description({ pdfaid: PDF_A }, tags("pdfaid", { part: "3", conformance: "A" }));
const EXTENSION_BAG = description(
  {
    pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
    pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
    pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
  },
  `<pdfaExtension:schemas><rdf:Bag>${EXTENSIONS}</rdf:Bag></pdfaExtension:schemas>`,
);

const BAG_END = "</rdf:Bag></pdfaExtension:schemas>";
const RDF_END = "</rdf:RDF>";

/**
 * Add the Factur-X and PDF/UA claims to a packet that already claims PDF/A-3a (native Typst), or all three claims to
 * one that claims nothing (WebAssembly). Null when the packet is neither.
 */
export function claimFacturX(xmp: string): string | null {
  if (!xmp.includes(RDF_END)) return null;
  const claimsPdfA = xmp.includes("<pdfaid:part>3</pdfaid:part>");
  if (claimsPdfA !== xmp.includes(BAG_END)) return null;
  const claims = `${FACTUR_X_CLAIM}${PDF_UA_CLAIM}${RDF_END}`;
  return claimsPdfA
    ? xmp.replace(BAG_END, `${EXTENSIONS}${BAG_END}`).replace(RDF_END, claims)
    : xmp.replace(RDF_END, `${PDF_A_CLAIM}${EXTENSION_BAG}${claims}`);
}
