/** npm run build (last part) — compress the browser's files once, instead of at every request. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const assets = path.join(import.meta.dirname, "../build/client/assets");

for (const name of readdirSync(assets).filter((file) => /\.(js|css)$/.test(file))) {
  const content = readFileSync(path.join(assets, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(path.join(assets, `${name}.br`), brotliCompressSync(content, quality));
  writeFileSync(path.join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
}
