import { afterAll, expect, test } from "bun:test";
import { withLoopback } from "~/features/auth/server/webhooks/testing-webhooks-services";
import { AppError } from "~/lib/errors";
import type { Context } from "~/server/context";
import { anonymousContext, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { pictureFiles } from "./picture-files";
import { sealPictures } from "./seal-pictures";
import { gif, png } from "./testing-pictures";

const { services } = await testServices();
const { people } = await testMailboxes(withLoopback(services), "acme.test", ["ana", "bea"]);

const asked: Record<string, string>[] = [];
const answers: Record<string, () => Response> = {
  "/red.gif": () =>
    new Response(new Uint8Array(gif), { headers: { "content-type": "text/html", "set-cookie": "a=b" } }),
  "/page.png": () => new Response("<script>alert(1)</script>", { headers: { "content-type": "image/png" } }),
  "/drawing.svg": () => new Response("<svg onload='x()'/>", { headers: { "content-type": "image/svg+xml" } }),
  "/bomb.png": () => new Response(new Uint8Array(png(60_000, 60_000))),
  "/large.png": () => new Response(Buffer.concat([png(9, 9), Buffer.alloc(6_000_000)])),
  "/loop": () => new Response(null, { status: 302, headers: { location: "/loop" } }),
  "/inside": () => new Response(null, { status: 302, headers: { location: "http://10.0.0.1/a.png" } }),
  "/moved": () => new Response(null, { status: 302, headers: { location: "/red.gif" } }),
  "/gone": () => new Response(new Uint8Array(gif), { status: 404 }),
};
const server = Bun.serve({
  ...{ hostname: "127.0.0.1", port: 0 },
  fetch(request) {
    asked.push(Object.fromEntries(request.headers));
    return answers[new URL(request.url).pathname]!();
  },
});
afterAll(() => server.stop(true));

type Ana = typeof people.ana;
const seal = ({ ctx }: Ana, path: string) => sealPictures(ctx, { urls: [URL.parse(path, server.url)!.href] }).paths[0]!;
const fetchAs = (
  who: Ana,
  path: string,
  headers: Record<string, string> = {},
  change: (context: Context) => Context = (c) => c,
) =>
  who.browser.visit((context) => {
    const url = new URL(path, "http://localhost");
    return pictureFiles(new Request(url, { headers }), url.pathname, change(context));
  });
const statusOf = async (...args: Parameters<typeof fetchAs>) => (await fetchAs(...args))?.status;

test("a picture comes through us, as the picture that it is and with nothing of its server's", async () => {
  const response = (await fetchAs(people.ana, seal(people.ana, "/red.gif"), {
    cookie: "s=1",
    referer: "http://localhost/mail/x",
  }))!;
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "image/gif",
    "cache-control": "private, max-age=300",
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(gif)).toBe(true);
});

test("the picture's server learns nothing of who reads", async () => {
  asked.length = 0;
  await fetchAs(people.ana, seal(people.ana, "/red.gif"), {
    cookie: "s=1",
    referer: "http://x/",
    "user-agent": "Reader 1",
  });
  const sent = asked[0]!;
  expect(Object.keys(sent).toSorted()).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  expect(JSON.stringify(sent)).not.toContain("Reader");
});

test("what is no picture, an SVG, one that is too large and one that is gone are not shown", async () => {
  for (const path of ["/page.png", "/drawing.svg", "/bomb.png", "/large.png", "/gone"])
    expect([path, await statusOf(people.ana, seal(people.ana, path))]).toEqual([path, 415]);
});

test("a redirect is followed a few times, and never to where nobody may look", async () => {
  expect(await statusOf(people.ana, seal(people.ana, "/moved"))).toBe(200);
  for (const path of ["/loop", "/inside"]) expect(await statusOf(people.ana, seal(people.ana, path))).toBe(502);
});

test("an address inside is never called", async () => {
  for (const url of [
    "http://169.254.169.254/a.png",
    "http://10.0.0.1/",
    "http://[fd00::1]/a",
    "http://localhost:22/",
  ]) {
    const [path] = sealPictures({ ...people.ana.ctx, platform: services.platform }, { urls: [url] }).paths;
    const status = await statusOf(people.ana, path!, {}, (context) => ({ ...context, platform: services.platform }));
    expect([url, status]).toEqual([url, 502]);
  }
});

test("only what was sealed for this very session lately is loaded: there is no open proxy", async () => {
  const path = seal(people.ana, "/red.gif");
  asked.length = 0;
  expect(await statusOf(people.bea, path)).toBe(404);
  expect(await statusOf(people.ana, path.replace(/[^.]{20}$/, "A".repeat(20)))).toBe(404);
  expect(await statusOf(people.ana, `/mail/pictures/${encodeURIComponent(`${server.url.href}red.gif`)}`)).toBe(404);
  const later = (context: Context) => ({ ...context, now: () => new Date(Date.now() + 3_700_000) });
  expect(await statusOf(people.ana, path, {}, later)).toBe(404);
  expect(await statusOf(people.ana, path, { "sec-fetch-site": "cross-site" })).toBe(403);
  const url = new URL(path, "http://localhost");
  expect((await pictureFiles(new Request(url), url.pathname, anonymousContext(services)))?.status).toBe(401);
  expect(
    (await pictureFiles(new Request(url, { method: "POST" }), url.pathname, anonymousContext(services)))?.status,
  ).toBe(403);
  expect(asked).toEqual([]);
});

test("a mailbox that loads too many pictures has to wait", async () => {
  const used = { rateLimit: async () => Promise.reject(new AppError("request.too_many", { retryAfterSeconds: 60 })) };
  const refused = fetchAs(people.ana, seal(people.ana, "/red.gif"), {}, (context) => ({ ...context, ...used }));
  expect(await refused.catch((error: AppError) => error.key)).toBe("request.too_many");
});

test("every other path is somebody else's", async () => {
  expect(await pictureFiles(new Request("http://localhost/mail"), "/mail", anonymousContext(services))).toBeNull();
});
