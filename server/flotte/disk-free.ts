import { statfs } from "node:fs/promises";

/** What is left of the disk a folder lies on: bytes, and the part of the whole (0 to 1). */
export async function diskFree(folder: string): Promise<{ bytes: number; ratio: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { bytes: bavail * bsize, ratio: bavail / blocks };
}
