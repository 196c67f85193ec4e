import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import SaxonJS from "saxon-js";
import { validateXML } from "xmllint-wasm";
import { sharedData } from "./shared-data.ts";

const SEF = {
  en16931: "EN16931-CII-validation",
  facturx: "FACTUR-X_EN16931",
  brfr: "BR-FR-Flux2-Schematron-CII",
} as const;
export type RuleSet = keyof typeof SEF;

const xsdFolder = join(sharedData, "xsd/factur-x-1.09/en16931");
const sefFile = (set: RuleSet) => join(sharedData, `sef/${SEF[set]}.sef.json.gz`);

const loaded = new Map<RuleSet, object>();

function stylesheet(set: RuleSet): object {
  const known = loaded.get(set);
  if (known) return known;
  const sef = JSON.parse(gunzipSync(readFileSync(sefFile(set))).toString("utf8")) as object;
  loaded.set(set, sef);
  return sef;
}

/** The Factur-X rules load their code lists by relative URI, hence the base inside their folder. */
const base = pathToFileURL(join(sharedData, "xslt/factur-x/rules.xslt")).href;

/** A UBL document fires no CII rule at all and would pass in silence. */
const isCii = (xml: string) =>
  /^\ufeff?(?:<\?xml[^>]*>)?(?:\s|<!--[\s\S]*?-->)*<rsm:CrossIndustryInvoice[\s>]/.test(xml);

/** Ids of the failed rules of one official set; « no rule fired » when the set did not look at the document. */
export function failedRules(xml: string, set: RuleSet): string[] {
  if (!isCii(xml)) return ["not a CII document"];
  const { principalResult: svrl } = SaxonJS.transform(
    {
      stylesheetInternal: stylesheet(set),
      stylesheetBaseURI: base,
      sourceText: xml.replace(/^\ufeff/, ""),
      destination: "serialized",
    },
    "sync",
  );
  if (!svrl.includes("<svrl:fired-rule")) return [`${set}: no rule fired`];
  const failed = svrl.match(/<svrl:failed-assert[\s\S]*?<\/svrl:failed-assert>/g) ?? [];
  return failed
    .filter((assertion) => !/^<svrl:failed-assert[^>]*flag="warning"/.test(assertion))
    .map(
      (assertion) => /\sid="([^"]*)"/.exec(assertion)?.[1] ?? assertion.replace(/<[^>]+>/g, " "),
    );
}

const readSchemas = () =>
  readdirSync(xsdFolder)
    .filter((fileName) => fileName.endsWith(".xsd"))
    .map((fileName) => ({ fileName, contents: readFileSync(join(xsdFolder, fileName), "utf8") }));

export type Document = {
  /** Told in the findings. */
  readonly name: string;
  readonly xml: string;
  /** French flow 2: every document but those to consumers, on whom BR-FR says nothing. */
  readonly flow2: boolean;
};

/**
 * Violations of the Factur-X 1.09 schema, EN 16931 profile (element order, types), as « name: message ». One call for
 * many documents: reading the schema costs more than applying it.
 */
export async function schemaErrors(documents: readonly Document[]): Promise<string[]> {
  const schemas = readSchemas();
  const isMain = ({ fileName }: { fileName: string }) => fileName === "Factur-X_EN16931.xsd";
  const { errors, rawOutput } = await validateXML({
    xml: documents.map(({ xml }, i) => ({
      fileName: `document-${i}.xml`,
      contents: xml.replace(/^\ufeff/, ""),
    })),
    schema: schemas.filter(isMain),
    preload: schemas.filter((file) => !isMain(file)),
  });
  const judged = rawOutput.match(/document-\d+\.xml (?:validates|fails to validate)/g) ?? [];
  if (judged.length !== documents.length)
    throw new Error(`xmllint judged ${judged.length} documents`);
  return errors.map(({ message, loc }) => {
    const index = Number(/document-(\d+)/.exec(loc?.fileName ?? "")?.[1] ?? Number.NaN);
    return `${documents[index]?.name ?? "?"}: XSD: ${message}`;
  });
}

/**
 * Everything the official files hold against documents: schema, EN 16931, Factur-X profile, and BR-FR in flow 2, as
 * « name: set: rule ». Empty: all valid.
 */
export async function officialFindings(documents: readonly Document[]): Promise<string[]> {
  const rules = documents.flatMap(({ name, xml, flow2 }) => {
    const sets: RuleSet[] = flow2 ? ["en16931", "facturx", "brfr"] : ["en16931", "facturx"];
    return sets.flatMap((set) => failedRules(xml, set).map((rule) => `${name}: ${set}: ${rule}`));
  });
  return [...(await schemaErrors(documents)), ...rules];
}
