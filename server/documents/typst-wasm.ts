import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Typst, type TypstAssets, TypstError, type TypstSource } from "./typst.ts";
import { readFonts } from "./typst-native.ts";

const PDF_FORMAT = 1;
const FULL_DIAGNOSTICS = 3;

type Artifact = {
  readonly result?: Uint8Array;
  readonly hasError?: boolean;
  readonly diagnostics?: unknown;
};

/**
 * Typst as WebAssembly, for the systems the native package does not exist for. Slower by half, and it never forgets
 * what it memoised: the pool recycles its worker (`evict` cannot help). It guards nothing of PDF/A, so the limits put
 * on texts (`printable`) and images (`logo`) are what keeps its documents valid.
 */
export async function createWasmTypst({ templatesDir, fontsDir }: TypstAssets): Promise<Typst> {
  const { initSync, TypstCompilerBuilder } = await import("@myriaddreamin/typst-ts-web-compiler");
  const wasm = createRequire(import.meta.url).resolve("@myriaddreamin/typst-ts-web-compiler/wasm");
  initSync({ module: new WebAssembly.Module(readFileSync(wasm)) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of readFonts(fontsDir)) await builder.add_raw_font(font);
  const compiler = await builder.build();
  for (const name of readdirSync(templatesDir)) {
    compiler.add_source(`/${name}`, readFileSync(join(templatesDir, name), "utf8"));
  }

  function pdf({ main, files }: TypstSource): Uint8Array {
    for (const [name, content] of Object.entries(files)) compiler.map_shadow(`/${name}`, content);
    const world = compiler.snapshot(undefined, `/${main}`, undefined);
    const { result, hasError, diagnostics } = world.get_artifact(
      PDF_FORMAT,
      FULL_DIAGNOSTICS,
    ) as Artifact;
    world.free();
    if (hasError || !result) throw new TypstError(JSON.stringify(diagnostics));
    return result;
  }

  return {
    engine: "wasm",
    pdf,
    svg: () => null,
    evict: () => undefined,
  };
}
