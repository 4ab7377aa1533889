import { expect, test } from "bun:test";
import fc from "fast-check";
import { serverSentEvents, type ServerSentEvent } from "./server-sent-events.ts";

const stream =
  ': hello\r\n\r\nevent: ping\ndata: {"interval":30}\n\nevent: state\r\ndata: {"a":\r\ndata: "ü"}\r\n\r\ndata\n\nevent: state\ndata: cut off';

async function readIn(chunks: Uint8Array[]) {
  const events: ServerSentEvent[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const event of serverSentEvents(body, () => undefined)) events.push(event);
  return events;
}

test("events are read the same wherever the network cuts the stream", async () => {
  const bytes = new TextEncoder().encode(stream);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end));
      expect(await readIn(chunks.filter((chunk) => chunk.length > 0))).toEqual([
        { event: "ping", data: '{"interval":30}' },
        { event: "state", data: '{"a":\n"ü"}' },
        { event: "message", data: "" },
      ]);
    }),
  );
});
