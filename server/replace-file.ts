import { open, rename } from "node:fs/promises";

/** Replace a small file whole: a crash leaves the version before or the one after, never a part. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const draft = `${file}.part`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
