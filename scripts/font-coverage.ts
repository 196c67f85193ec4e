/** npm run fonts:coverage — write the code points that all six document fonts share, as the body of a RegExp class. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as fontkit from "fontkit";

const documents = join(import.meta.dirname, "../server/documents");

function codePointsOf(file: string): ReadonlySet<number> {
  const font = fontkit.openSync(file);
  if (!("characterSet" in font)) throw new Error(`${file} is a collection, not one font`);
  return new Set(font.characterSet);
}

/** `\u{20}-\u{7e}\u{a0}-…`: what every font of the folder can print, controls excluded. */
export function fontCoverage(folder: string): string {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ttf"));
  const [first, ...others] = files.map((file) => codePointsOf(join(folder, file)));
  const shared = [...(first ?? [])]
    .filter((code) => code >= 0x20 && others.every((set) => set.has(code)))
    .sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of shared) {
    const last = ranges.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => `\\u{${code.toString(16)}}`;
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join("");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const coverage = fontCoverage(join(documents, "fonts"));
  const target = join(documents, "../domain/font-coverage.ts");
  const written = readFileSync(target, "utf8").replace(/`[^`]*`;\n$/, `\`${coverage}\`;\n`);
  writeFileSync(target, written);
  console.log(`${coverage.length} characters of ranges written to server/domain/font-coverage.ts`);
}
