import { afterEach, expect, test } from "bun:test";
import { createHttp, type HttpRequest } from "./http-request.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A server that gives the listed answers one after the other, the last one for ever, and remembers what it was asked. */
function serve(...answers: ((request: Request) => Response | Promise<Response>)[]) {
  const asked: { path: string; authorization: string | null }[] = [];
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch(request) {
      const { pathname, search } = new URL(request.url);
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ path: pathname + search, authorization: request.headers.get("authorization") });
      return answer?.(request) ?? new Response(null, { status: 500 });
    },
  });
  stops.push(() => server.stop(true));
  const baseUrl = `http://127.0.0.1:${server.port}`;
  const http = createHttp({ baseUrl, authorization: "Bearer API_secret", fetch });
  const ask = (change: Partial<HttpRequest> = {}) =>
    http({ method: "POST", url: "/jmap/", body: "{}", timeoutMs: 5_000, ...change }, (response) =>
      response.text(),
    ).catch((error: unknown) => error);
  return { ask, asked, baseUrl, http };
}

const problem =
  (status: number, body: object, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers: { ...headers, "content-type": "application/problem+json" } });
const tooMany = problem(400, {
  type: "urn:ietf:params:jmap:error:limit",
  limit: "maxConcurrentRequests",
  detail: "later",
});
const done = () => new Response("done");

test("a busy engine is asked again until it has time", async () => {
  const { ask, asked } = serve(problem(429, {}), tooMany, problem(503, {}), done);
  expect(await ask()).toBe("done");
  expect(asked).toHaveLength(4);
});

test("an engine that says when it has time again is asked then", async () => {
  const { ask } = serve(problem(429, {}, { "retry-after": "1" }), done);
  const start = Date.now();
  expect(await ask()).toBe("done");
  expect(Date.now() - start).toBeGreaterThanOrEqual(1_000);
});

test("an engine that stays busy is unavailable, soon and for good", async () => {
  const { ask, asked } = serve(tooMany);
  expect(await ask()).toMatchObject({ failure: "unavailable" });
  expect(asked).toHaveLength(6);
});

test("limits that waiting does not change are a refusal", async () => {
  const { ask, asked } = serve(problem(400, { type: "urn:ietf:params:jmap:error:limit", limit: "maxSizeRequest" }));
  expect(await ask()).toMatchObject({ failure: "refused" });
  expect(asked).toHaveLength(1);
});

test("a submission is repeated only when the engine said that it did not begin", async () => {
  const busy = serve(problem(429, {}), tooMany, done);
  expect(await busy.ask({ once: true })).toBe("done");
  for (const status of [500, 502, 503, 504]) {
    const gateway = serve(problem(status, {}));
    expect(await gateway.ask({ once: true })).toMatchObject({ failure: "unknownOutcome" });
    expect(gateway.asked).toHaveLength(1);
  }
});

test("an engine that does not answer in time is given up", async () => {
  const { ask, asked } = serve(() => new Promise<Response>(() => undefined));
  expect(await ask({ timeoutMs: 60 })).toMatchObject({ failure: "unavailable" });
  expect(await ask({ timeoutMs: 60, once: true })).toMatchObject({ failure: "unknownOutcome" });
  expect(asked).toHaveLength(2);
});

test("a redirect to another host keeps the host and the credential", async () => {
  const elsewhere = (status: number) => () =>
    new Response(null, { status, headers: { location: "https://evil.test/jmap/session?a=1" } });
  for (const status of [301, 307]) {
    const { ask, asked } = serve(elsewhere(status), done);
    expect(await ask({ method: "GET", url: "/.well-known/jmap", body: undefined })).toBe("done");
    expect(asked).toEqual([
      { path: "/.well-known/jmap", authorization: "Bearer API_secret" },
      { path: "/jmap/session?a=1", authorization: "Bearer API_secret" },
    ]);
  }
  const circle = serve(elsewhere(307));
  expect(await circle.ask()).toMatchObject({ failure: "unavailable" });
  expect(circle.asked).toHaveLength(4);
});

test("at most three requests of a credential are under way", async () => {
  let underWay = 0;
  let most = 0;
  const { ask } = serve(async () => {
    most = Math.max(most, ++underWay);
    await Bun.sleep(15);
    underWay--;
    return done();
  });
  expect(await Promise.all(Array.from({ length: 12 }, () => ask()))).toEqual(Array(12).fill("done"));
  expect(most).toBe(3);
});

test.each([
  [401, "unauthorized"],
  [402, "unauthorized"],
  [403, "refused"],
  [404, "notFound"],
  [413, "refused"],
  [500, "unavailable"],
  [502, "unavailable"],
])("HTTP %d is told as %s", async (status, failure) => {
  const { ask } = serve(() => new Response("<html>not a problem document</html>", { status }));
  expect(await ask()).toMatchObject({ failure });
});

test("no failure repeats the credential", async () => {
  const { ask, http, baseUrl } = serve(problem(500, { detail: "boom" }));
  const failures = [
    await ask(),
    await http({ method: "GET", url: "/", timeoutMs: 1 }, () => Promise.reject(new Error("cut"))).catch(
      (e: unknown) => e,
    ),
    await createHttp({ baseUrl: "http://127.0.0.1:1", authorization: "Bearer API_secret", fetch })(
      { method: "GET", url: baseUrl, timeoutMs: 1_000 },
      (response) => response.text(),
    ).catch((error: unknown) => error),
  ];
  for (const failure of failures) {
    expect(failure).toBeInstanceOf(Error);
    expect(Bun.inspect(failure)).not.toContain("API_secret");
  }
});
