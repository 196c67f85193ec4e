type Progress = { readonly done: number; readonly total: number };

/** How a download ended, when it did not end well: a sentence of the service, or none when it was cut. */
export class DownloadFailed extends Error {
  override readonly name = "DownloadFailed";
}

/**
 * Takes an archive of documents, telling how many of them have come; gives the file to the browser once it is whole. A cut
 * one is thrown away.
 *
 * @throws DownloadFailed with what the service says; whatever `signal` aborts with
 */
export async function downloadZip(
  href: string,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  const answer = await fetch(href, { signal, headers: { accept: "application/zip" } });
  if (!answer.ok || !answer.body) throw new DownloadFailed(await answer.text());
  const total = Number(answer.headers.get("x-documents") ?? 0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const entries = createEntryCount();
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    onProgress({ done: Math.min(Math.max(entries(value) - 1, 0), total), total });
  }
  save(new Blob(pieces, { type: "application/zip" }), nameIn(answer.headers));
  return total;
}

/** Signature of each file of an archive (APPNOTE 4.3.7). */
const signature = [0x50, 0x4b, 0x03, 0x04];

/** How many files have begun, as the pieces of an archive come; a signature may be cut between two of them. */
export function createEntryCount() {
  let count = 0;
  let matched = 0;
  return (piece: Uint8Array): number => {
    for (const byte of piece) {
      matched = byte === signature[matched] ? matched + 1 : byte === signature[0] ? 1 : 0;
      if (matched < signature.length) continue;
      count += 1;
      matched = 0;
    }
    return count;
  };
}

const nameIn = (headers: Headers): string => {
  const said = /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "");
  return said?.[1] ?? "factures.zip";
};

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
