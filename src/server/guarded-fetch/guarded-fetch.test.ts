import { afterAll, expect, test } from "bun:test";
import { gzipSync } from "node:zlib";
import { createSelfSignedCertificate } from "../../engine/embedded/smtp/self-signed-certificate";
import { corpusRows } from "../../lib/testing-corpora";
import { findTarget } from "./find-target";
import { GuardError } from "./guard-error";
import { guardedFetch, type GuardedRequest } from "./guarded-fetch";
import { sendRequest } from "./send-request";
import type { TargetRules } from "./target-rules";
import { scriptedDns } from "./testing-dns";
import { tcpReceiver } from "./testing-receiver";

type Row = { id: string; url: string; allow: boolean };
const rows = corpusRows<Row>("web/ssrf-urls.jsonl");
const publicAddress = "93.184.215.14";

/** As on the internet: some names lead inside, however harmless they look. */
const world: Record<string, string[]> = {
  "example.org": [publicAddress, "2606:2800:220:1:248:1893:25c8:1946"],
  "7f000001.nip.io": ["127.0.0.1"],
  "127-0-0-1.sslip.io": ["127.0.0.1"],
  "metadata.google.internal": ["169.254.169.254"],
  "mixed.example.org": [publicAddress, "10.0.0.1"],
  "mapped.example.org": ["::ffff:127.0.0.1"],
};
const { resolve, asked } = await scriptedDns((name, nth) => {
  if (name === "rebind.example.org") return nth === 0 ? ["127.0.0.1"] : ["127.0.0.2"];
  return name === "receiver.example.org" ? ["127.0.0.1"] : (world[name] ?? []);
});
const strict: TargetRules = { resolve, allowsHttp: true, allowsLoopback: false, ownHosts: ["panel.example.org"] };
/** Loopback stands for the internet, so that something can be connected to. */
const open: TargetRules = { ...strict, allowsLoopback: true };

const reasonOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "none",
    (error: unknown) => {
      if (error instanceof GuardError) return error.reason;
      throw error;
    },
  );

const http = (serve: (request: Request) => Response | Promise<Response>, hostname = "127.0.0.1", port = 0) => {
  const server = Bun.serve({ hostname, port, fetch: serve });
  afterAll(() => server.stop(true));
  return server;
};
const to = (port: number | undefined, request?: GuardedRequest, path = "/") =>
  guardedFetch(`http://127.0.0.1:${port}${path}`, open, request);

const listener = await tcpReceiver((socket) => socket.end());

test.each(rows.filter(({ allow }) => !allow))("V1.3.6 nothing is called for $url", async ({ url }) => {
  const here = url.replace("127.0.0.1/", `127.0.0.1:${listener.port}/`);
  for (const tried of new Set([url, here]))
    for (const method of ["GET", "POST"] as const)
      expect(["url", "address"]).toContain(await reasonOf(guardedFetch(tried, strict, { method, timeoutMs: 3000 })));
  expect(listener.seen.connections).toBe(0);
});

test.each(rows.filter(({ allow }) => allow))("$url leads to addresses that may be called", async ({ url }) => {
  const { addresses } = await findTarget(url, strict);
  expect(addresses.length).toBeGreaterThan(0);
});

test.each([
  ["http://mixed.example.org/", "address"],
  ["http://mapped.example.org/", "address"],
  ["http://nobody.example.org/", "address"],
  ["https://panel.example.org/api", "url"],
  ["https://example.org./", "none"],
  ["http://localhost./", "url"],
])("of %s is said: %s", async (url, reason) => {
  expect(await reasonOf(findTarget(url, strict))).toBe(reason);
});

test("outside of the trial nothing is sent without encryption", async () => {
  const production = { ...strict, allowsHttp: false };
  expect(await reasonOf(findTarget("http://example.org/", production))).toBe("url");
  expect(await reasonOf(findTarget("https://example.org/", production))).toBe("none");
});

test("V1.3.6 a name that changes its address after it was checked is still called at the checked one", async () => {
  const first = http(() => new Response("first"));
  const second = await tcpReceiver((socket) => socket.end(), "127.0.0.2", first.port);
  const rules = { ...open, resolve };
  const target = await findTarget("https://rebind.example.org:8443/", rules);
  const url = new URL(`http://rebind.example.org:${first.port}/`);
  const plain = { method: "GET", headers: {}, maxBytes: 100, connectTimeoutMs: 1000 } as const;
  const answer = await sendRequest({ ...target, url }, plain, AbortSignal.timeout(3000));
  expect(answer.body.toString()).toBe("first");
  expect(second.seen.connections).toBe(0);
  expect(asked.filter((question) => question.startsWith("rebind."))).toHaveLength(2);
});

test("V12.3.2 a server whose certificate nobody vouches for, or that is for another name, gets nothing", async () => {
  const heard: string[] = [];
  const serve = (name: string) => {
    const { key, cert } = createSelfSignedCertificate(name);
    const server = Bun.serve({
      ...{ hostname: "127.0.0.1", port: 0, tls: { key, cert } },
      fetch: async (request) => new Response((heard.push(await request.text()), request.headers.get("host"))),
    });
    afterAll(() => server.stop(true));
    return { port: server.port, cert };
  };
  const call = (port: number | undefined, trusted?: string) =>
    sendRequest(
      { url: new URL(`https://receiver.example.org:${port}/`), addresses: ["127.0.0.1"] },
      { method: "POST", headers: {}, body: "secret", maxBytes: 100, connectTimeoutMs: 1000, trusted },
      AbortSignal.timeout(3000),
    );
  const [right, wrong] = [serve("receiver.example.org"), serve("other.example.org")];
  expect(await reasonOf(call(right.port))).toBe("certificate");
  expect(await reasonOf(call(wrong.port, wrong.cert))).toBe("certificate");
  expect(heard).toEqual([]);
  const answer = await call(right.port, right.cert);
  expect([answer.body.toString(), heard]).toEqual([`receiver.example.org:${right.port}`, ["secret"]]);
});

test("V15.3.2 a redirect is an answer, not an order", async () => {
  const inside = await tcpReceiver((socket) => socket.end());
  const server = http(() => Response.redirect(`http://127.0.0.1:${inside.port}/`));
  expect((await to(server.port, { method: "POST", body: "{}" })).status).toBe(302);
  expect((await to(server.port, { method: "POST", body: "{}", maxRedirects: 5 })).status).toBe(302);
  expect(inside.seen.connections).toBe(0);
});

test("V15.3.2 where redirects are followed, each hop is judged, carries no cookie, and their number is limited", async () => {
  const cookies: (string | null)[] = [];
  const server = http((request) => {
    cookies.push(request.headers.get("cookie"));
    const { pathname } = new URL(request.url);
    if (pathname === "/end") return new Response("here");
    const location =
      { "/loop": "/loop", "/inside": "http://10.0.0.1/", "/file": "file:///etc/passwd" }[pathname] ?? "/end";
    return new Response(null, { status: 302, headers: { location, "set-cookie": "a=b" } });
  });
  const follow = (path: string) => to(server.port, { maxRedirects: 5 }, path);
  expect((await follow("/")).body.toString()).toBe("here");
  expect(await reasonOf(follow("/loop"))).toBe("redirects");
  expect(await reasonOf(follow("/inside"))).toBe("address");
  expect(await reasonOf(follow("/file"))).toBe("url");
  expect(cookies.filter((cookie) => cookie !== null)).toEqual([]);
});

test("a server that drips its answer, or never gives one, is left at the deadline", async () => {
  const drip = await tcpReceiver((socket) => {
    const timer = setInterval(() => socket.write("H"), 50);
    socket.on("close", () => clearInterval(timer));
  });
  const silent = await tcpReceiver(() => {});
  const body = await tcpReceiver((socket) => void socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc"));
  const reasons = [drip, silent, body].map(({ port }) => reasonOf(to(port, { timeoutMs: 300 })));
  expect((await Promise.all(reasons)).every((reason) => reason === "timeout" || reason === "connection")).toBe(true);
});

test("of an endless answer no more is read than was asked for, and nothing is unpacked", async () => {
  const zeros = gzipSync(Buffer.alloc(10_000_000));
  const bomb = http(() => new Response(zeros, { headers: { "content-encoding": "gzip" } }));
  const unread = await to(bomb.port, { maxBytes: 1000 });
  expect([unread.body.length, unread.isTruncated]).toEqual([1000, true]);
  const packed = await to(bomb.port);
  expect(packed.body.equals(zeros)).toBe(true);
  const endless = http(
    () => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) })),
  );
  const begun = await to(endless.port);
  expect([begun.body.length, begun.isTruncated]).toEqual([65_536, true]);
});

test("an answer that is cut, no HTTP, or only headers without end is a failed connection", async () => {
  const replies = [
    "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc",
    "SSH-2.0-OpenSSH\r\n",
    `HTTP/1.1 200 OK\r\n${"x: y\r\n".repeat(50_000)}`,
    "",
  ];
  for (const reply of replies) {
    const { port } = await tcpReceiver((socket) => void socket.once("data", () => socket.end(reply)));
    expect([reply.slice(0, 20), await reasonOf(to(port))]).toEqual([reply.slice(0, 20), "connection"]);
  }
});

test("V12.3.2 no variable of the environment switches the check of certificates off", async () => {
  const { key, cert } = createSelfSignedCertificate("receiver.example.org");
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, tls: { key, cert }, fetch: () => new Response("no") });
  afterAll(() => server.stop(true));
  const script = `
    import { sendRequest } from ${JSON.stringify(new URL("./send-request.ts", import.meta.url).pathname)};
    const target = { url: new URL("https://receiver.example.org:${server.port}/"), addresses: ["127.0.0.1"] };
    const outgoing = { method: "GET", headers: {}, maxBytes: 9, connectTimeoutMs: 1000 };
    console.log(await sendRequest(target, outgoing, AbortSignal.timeout(3000)).then(() => "sent", ({ reason }) => reason));`;
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0" };
  const child = Bun.spawn([process.execPath, "-e", script], { env, stdout: "pipe", stderr: "ignore" });
  expect((await new Response(child.stdout).text()).trim()).toBe("certificate");
});

test("every server of the corpus that misbehaves has its test above; what is shown as a picture is for who shows it", () => {
  const tested = ["mixed-answers", "redirect-loop", "slow-headers", "gzip-bomb", "set-cookie"];
  const pictures = ["html-as-image", "svg-image", "huge-dimensions"];
  const ids = corpusRows<{ id: string }>("web/ssrf-dynamic.jsonl").map(({ id }) => id.replace("ssrfd-", ""));
  expect(ids.toSorted()).toEqual([...tested, ...pictures].toSorted());
});

test("no proxy of the environment is asked", async () => {
  const proxy = await tcpReceiver((socket) => socket.end());
  const server = http(() => new Response("direct"));
  const proxyUrl = `http://127.0.0.1:${proxy.port}`;
  const script = `
    import { guardedFetch } from ${JSON.stringify(new URL("./guarded-fetch.ts", import.meta.url).pathname)};
    const rules = { resolve: async () => ({ status: "absent" }), allowsHttp: true, allowsLoopback: true, ownHosts: [] };
    console.log(String((await guardedFetch("http://127.0.0.1:${server.port}/", rules)).body));`;
  const env = { ...process.env, HTTP_PROXY: proxyUrl, http_proxy: proxyUrl, ALL_PROXY: proxyUrl };
  const child = Bun.spawn([process.execPath, "-e", script], { env, cwd: process.cwd(), stdout: "pipe" });
  expect((await new Response(child.stdout).text()).trim()).toBe("direct");
  expect(proxy.seen.connections).toBe(0);
});
