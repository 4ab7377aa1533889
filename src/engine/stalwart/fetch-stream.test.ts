import { afterAll, expect, test } from "bun:test";
import { fetchStream } from "./fetch-stream.ts";

let open = 0;
const server = Bun.serve({
  port: 0,
  idleTimeout: 30,
  fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/other") return new Response(request.headers.get("authorization"), { status: 403 });
    open++;
    request.signal.addEventListener("abort", () => open--);
    return new Response(new ReadableStream({ start: (controller) => controller.enqueue(": here\n\n") }), {
      headers: { "content-type": "text/event-stream" },
    });
  },
});
afterAll(() => server.stop(true));

test("as many streams as people have tabs hold up no other request, and end when they are let go", async () => {
  const enough = new AbortController();
  const replies = await Promise.all(
    Array.from({ length: 400 }, () => fetchStream(`${server.url.origin}/stream`, { signal: enough.signal })),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  const [first] = replies;
  expect(new TextDecoder().decode((await first!.body!.getReader().read()).value)).toBe(": here\n\n");
  expect(open).toBe(400);
  const other = await fetch(`${server.url.origin}/other`, { signal: AbortSignal.timeout(5_000) });
  expect(other.status).toBe(403);
  enough.abort();
  for (const end = Date.now() + 5_000; open > 0 && Date.now() < end;) await Bun.sleep(20);
  expect(open).toBe(0);
});

test("a refusal is handed on with what it says, and a server that is away is named as such", async () => {
  const refused = await fetchStream(`${server.url.origin}/other`, { headers: { authorization: "Bearer x" } });
  expect([refused.status, await refused.text()]).toEqual([403, "Bearer x"]);
  await expect(fetchStream("http://127.0.0.1:1/", {})).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
