import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";

/**
 * What a set of files is, provably: how many, how heavy, and the SHA-256 of the sorted lines
 * `<sha-256 of the file>  <its name>\n`. Files are read as streams.
 */
export async function hashFiles(paths: readonly string[]) {
  const lines: string[] = [];
  let bytes = 0;
  for (const path of paths) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.byteLength;
      }
    });
    lines.push(`${hash.digest("hex")}  ${basename(path)}\n`);
  }
  const rootSha256 = createHash("sha256").update(lines.sort().join("")).digest("hex");
  return { files: paths.length, bytes, rootSha256 };
}
