/**
 * A body made piece by piece, read as fast as it is taken, and no further once the browser has left.
 *
 * @param onEnd called once, when it is finished, has failed or was left
 */
export function streamOf(
  pieces: AsyncGenerator<string | Uint8Array, void>,
  onEnd: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (value) controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
          if (!done) return;
          controller.close();
          onEnd();
        } catch (cause) {
          onEnd();
          throw cause;
        }
      },
      async cancel() {
        onEnd();
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}
