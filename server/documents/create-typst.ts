import { type Typst, type TypstAssets, TypstError } from "./typst.ts";
import { createNativeTypst } from "./typst-native.ts";
import { createWasmTypst } from "./typst-wasm.ts";

/**
 * The native compiler where its package exists (Linux x64 with glibc), the WebAssembly build of the same Typst
 * elsewhere. Both packages are pinned: `finishPdf` relies on their layout.
 *
 * @param prefer forces one of them, for tests.
 */
export async function createTypst(assets: TypstAssets, prefer?: "native" | "wasm"): Promise<Typst> {
  const native = prefer === "wasm" ? null : createNativeTypst(assets);
  if (native) return native;
  if (prefer === "native") throw new TypstError("the native compiler is not installed");
  return createWasmTypst(assets);
}
