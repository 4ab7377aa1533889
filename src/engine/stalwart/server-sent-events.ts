/** One event of a `text/event-stream`; a comment or a keep-alive arrives as an event without data. */
export type ServerSentEvent = { event: string; data: string };

/** Reads an event stream to its end (WHATWG HTML section 9.2.6). `onBytes` is called for whatever arrives, so that silence can be noticed. */
export async function* serverSentEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let pending = "";
  let event = "";
  let data: string[] = [];
  for await (const bytes of body) {
    onBytes();
    pending += decoder.decode(bytes, { stream: true });
    // A carriage return at the very end may be half of a line break.
    const lines = pending.split(/\r\n|\n|\r(?!$)/);
    pending = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) yield { event: event || "message", data: data.join("\n") };
        event = "";
        data = [];
        continue;
      }
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "event") event = value;
      if (field === "data") data.push(value);
    }
  }
}
