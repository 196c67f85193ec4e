import { makeZip } from "client-zip";

type Entry = {
  readonly name: string;
  readonly input: string | Uint8Array | AsyncIterable<string>;
  readonly lastModified: Date;
};

/** The library reads one entry after the other, each as it is written out; PDF hardly shrink: stored as they are. */
export async function* zipped(
  entries: AsyncGenerator<Entry, void>,
): AsyncGenerator<Uint8Array, void> {
  const reader = makeZip(entries).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await entries.return();
  }
}
