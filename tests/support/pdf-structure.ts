import { inflateSync } from "node:zlib";
import { FACTUR_X, facturX } from "#server/documents/xmp";

const SUBSECTION = /(\d+) \d+\s*\n((?:\d{10} \d{5} [nf][ \r]\n)+)/g;

/** Object numbers and offsets of one cross-reference section, free objects left out. */
function rowsOf(section: string): [id: number, offset: number][] {
  return [...section.matchAll(SUBSECTION)].flatMap(([, from, rows = ""]) =>
    (rows.match(/[^\n]{19}\n/g) ?? []).flatMap((row, i): [number, number][] =>
      / n[ \r]/.test(row) ? [[Number(from) + i, Number(row.slice(0, 10))]] : [],
    ),
  );
}

/** The live objects of a PDF with classic cross-reference tables, the newest version of each. */
function openObjects(bytes: Buffer) {
  const offsets = new Map<number, number>();
  const tail = bytes.toString("latin1", bytes.length - 1024);
  let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  let trailer = "";
  while (Number.isInteger(at)) {
    const section = bytes.toString("latin1", at, bytes.indexOf("startxref", at));
    for (const [id, offset] of rowsOf(section)) {
      if (!offsets.has(id)) offsets.set(id, offset);
    }
    trailer ||= section.slice(section.indexOf("trailer"));
    at = Number(/\/Prev (\d+)/.exec(section)?.[1] ?? Number.NaN);
  }
  const raw = (id: number) => {
    const from = offsets.get(id) ?? bytes.length;
    return bytes.subarray(from, bytes.indexOf("endobj", from));
  };
  return {
    ids: [...offsets.keys()],
    trailer,
    raw,
    read: (id: number) => raw(id).toString("latin1"),
  };
}

const reference = (text: string, key: string) =>
  Number(new RegExp(`/${key} (?:\\[\\s*)?(\\d+) 0 R`).exec(text)?.[1] ?? Number.NaN);

function streamOf(raw: Buffer): Buffer {
  const head = raw.toString("latin1", 0, raw.indexOf("stream"));
  const from = raw.indexOf("\n", raw.indexOf("stream")) + 1;
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const data = raw.subarray(from, from + length);
  return head.includes("/FlateDecode") ? inflateSync(data) : data;
}

/**
 * What is wrong with the final bytes of a Factur-X, as sentences; none when it is right. veraPDF is known to miss some
 * of it (the role of the XML), and it costs no Java.
 */
export function structureProblems(pdf: Uint8Array, xml: string): string[] {
  const bytes = Buffer.from(pdf);
  const { ids, trailer, raw, read } = openObjects(bytes);
  const problems: string[] = [];
  const want = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(problem);
  };
  const catalog = read(reference(trailer, "Root"));
  const filespecs = ids.filter((id) => /\/Type\s*\/Filespec/.test(read(id)));
  const [filespec = 0] = filespecs;
  const text = read(filespec);

  want(filespecs.length === 1, `${filespecs.length} attachments`);
  want(/\/F \(factur-x\.xml\)/.test(text) && /\/UF \(factur-x\.xml\)/.test(text), "wrong name");
  want(/\/AFRelationship \/Alternative\b/.test(text), "wrong relationship");
  want(reference(catalog, "AF") === filespec, "not an associated file of the document");
  want(/\/EmbeddedFiles/.test(catalog), "not in the names of the document");
  const embedded = raw(reference(text, "F"));
  want(/\/Subtype \/text#2Fxml/.test(embedded.toString("latin1", 0, 300)), "wrong media type");
  want(streamOf(embedded).toString("utf8") === xml, "the XML is not the stored one");

  const listed = read(reference(catalog, "OutputIntents"));
  const intent = /\n\[(\d+) 0 R\]/.exec(listed)?.[1];
  const profile = intent ? read(Number(intent)) : listed;
  want(/\/S \/GTS_PDFA1/.test(profile) && /\/DestOutputProfile/.test(profile), "no output intent");
  want(/DisplayDocTitle true/.test(catalog), "the title is not displayed");
  want(/\/Marked true/.test(catalog) && /\/StructTreeRoot/.test(catalog), "not tagged");
  want(/\/Lang \(fr-FR\)/.test(catalog), "no language");
  want(!/\/(?:JavaScript|JS|Launch|Encrypt)\b/.test(catalog + trailer), "active content");
  want(/\/ID \[/.test(trailer), "no identifier");
  return [
    ...problems,
    ...metadataProblems(streamOf(raw(reference(catalog, "Metadata"))).toString()),
  ];
}

function metadataProblems(xmp: string): string[] {
  const claims = {
    "pdfaid:part": "3",
    "pdfaid:conformance": "A",
    "pdfuaid:part": "1",
    ...Object.fromEntries(Object.entries(facturX).map(([name, value]) => [`fx:${name}`, value])),
  };
  const missing = Object.entries(claims).filter(
    ([name, value]) => xmp.split(`<${name}>${value}</${name}>`).length !== 2,
  );
  return [
    ...missing.map(([name]) => `${name} is not claimed once`),
    ...(xmp.includes(`xmlns:fx="${FACTUR_X}"`) ? [] : ["wrong Factur-X namespace"]),
    ...(xmp.includes("Factur-X PDFA Extension Schema") ? [] : ["undeclared Factur-X schema"]),
  ];
}
