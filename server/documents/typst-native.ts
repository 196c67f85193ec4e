import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Typst, type TypstAssets, TypstError, type TypstSource } from "./typst.ts";

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu";

// The platform package ships no declarations; this is all of it that is used.
type Compiled = { readonly result: object | null; hasError(): boolean; takeDiagnostics(): unknown };
type Compiler = {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): Compiled;
  fetchDiagnostics(error: unknown): unknown[];
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer;
  plainSvg(document: object): string;
  evictCache(maxAge: number): void;
};
type Binding = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: readonly { fontBlobs: Buffer[] }[] }): Compiler;
  };
};

/** Null where the optional package was not installed: another system, processor or C library. */
function loadBinding(): Binding | null {
  try {
    return createRequire(import.meta.url)(PACKAGE) as Binding;
  } catch {
    return null;
  }
}

/** Fonts in a fixed order: it is part of what makes the bytes reproducible. */
export const readFonts = (fontsDir: string): Buffer[] =>
  readdirSync(fontsDir)
    .filter((file) => file.endsWith(".ttf"))
    .sort()
    .map((file) => readFileSync(join(fontsDir, file)));

/** Typst as native code (N-API), or null where it is not available. */
export function createNativeTypst({ templatesDir, fontsDir }: TypstAssets): Typst | null {
  const binding = loadBinding();
  if (!binding) return null;
  const compiler = binding.NodeCompiler.create({
    workspace: templatesDir,
    fontArgs: [{ fontBlobs: readFonts(fontsDir) }],
  });

  function compile({ main, files }: TypstSource): object {
    for (const [name, content] of Object.entries(files)) {
      compiler.mapShadow(join(templatesDir, name), Buffer.from(content));
    }
    const compiled = compiler.compile({ mainFilePath: join(templatesDir, main) });
    if (compiled.hasError() || !compiled.result) {
      const diagnostics = compiler.fetchDiagnostics(compiled.takeDiagnostics());
      throw new TypstError(JSON.stringify(diagnostics));
    }
    return compiled.result;
  }

  return {
    engine: "native",
    pdf: (source, at) =>
      compiler.pdf(compile(source), { pdfStandard: "a-3a", creationTimestamp: at }),
    svg: (source) => compiler.plainSvg(compile(source)),
    evict: () => compiler.evictCache(2),
  };
}
