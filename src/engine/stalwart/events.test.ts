import { afterEach, expect, test } from "bun:test";
import type { StateChange } from "../mail-objects.ts";
import { createEvents } from "./events.ts";
import type { OpenEventStream } from "./event-stream.ts";
import { createHttp } from "./http-request.ts";
import { createJmapClient } from "./jmap-client.ts";
import { mailCapability } from "./session.ts";
import { serveJmap } from "./testing-jmap-server.ts";

let stop: (() => unknown) | undefined;
afterEach(() => stop?.());

test("what moved while the stream was down is heard after it is up again, and nothing twice", async () => {
  let emails = 0;
  const server = serveJmap((method) => ({ state: method === "Email/get" ? `e${emails}` : "same" }));
  stop = server.stop;
  const connection = { baseUrl: server.baseUrl, authorization: "Bearer x", fetch };
  const jmap = createJmapClient(createHttp(connection), mailCapability);
  const open: OpenEventStream = async function* () {
    yield null;
    yield { changed: { a: { Email: `e${emails}` }, stranger: { Email: "other" } } };
    // Mail comes while nobody listens.
    emails++;
  };
  const heard: StateChange[] = [];
  const enough = new AbortController();
  for await (const change of createEvents(jmap, open)(enough.signal)) {
    heard.push(change);
    if (heard.length === 3) enough.abort();
  }
  expect(heard).toEqual([{ Email: "e0", Mailbox: "same", Thread: "same" }, { Email: "e1" }, { Email: "e2" }]);
});
