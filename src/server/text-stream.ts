/** Text as it is made, one piece at a time and none before it is asked for; if a piece fails the stream breaks off with an error. */
export function textStream(pieces: AsyncIterator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done) return controller.close();
        controller.enqueue(encoder.encode(piece.value));
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
