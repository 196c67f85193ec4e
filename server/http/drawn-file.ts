/** What was drawn for this one answer: shown, never kept, unable to do anything. */
export const drawnFile = (bytes: Uint8Array<ArrayBuffer>, type: string): Response =>
  new Response(bytes, {
    headers: {
      "content-type": type,
      "cache-control": "private, no-store",
      "content-disposition": 'inline; filename="apercu"',
      "content-security-policy":
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
    },
  });
