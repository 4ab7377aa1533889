import { afterEach, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { until } from "../../../lib/testing-until";
import { openTestDirectory } from "../directory/testing";
import { createWebHooks } from "./webhooks";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Post = {
  raw: string;
  signature: string | null;
  events: { id: string; type: string; data: Record<string, unknown> }[];
};

async function open(hook: Record<string, unknown>, status: () => number = () => 204) {
  const posts: Post[] = [];
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      const raw = await request.text();
      posts.push({ raw, signature: request.headers.get("x-signature"), events: JSON.parse(raw).events });
      return new Response(null, { status: status() });
    },
  });
  const office = openTestDirectory();
  await office.create("WebHook", {
    url: `http://127.0.0.1:${server.port}/hook`,
    eventsPolicy: "include",
    events: { "delivery.delivered": true },
    signatureKey: { "@type": "Value", secret: "hush" },
    throttle: 20,
    ...hook,
  });
  const hooks = createWebHooks({ hooks: office.directory.webHooks });
  closing.push(office.directory.close, () => server.stop(true), hooks.close);
  const emit = (type: string, data: Record<string, unknown> = {}, createdAt = new Date()) =>
    hooks.emit({ type, createdAt, data });
  return { ...office, posts, emit, hooks };
}

test("events arrive in one signed batch, with queue ids as exact numbers", async () => {
  const { posts, emit } = await open({});
  emit("delivery.delivered", { to: "bo@ext.test", queueId: 327155711000000513n });
  emit("delivery.attempt-start");
  emit("delivery.delivered", { to: "cy@ext.test", queueId: 327155711000000514n });
  const post = await until(() => posts[0]);
  expect(post.events.map((event) => event.data.to)).toEqual(["bo@ext.test", "cy@ext.test"]);
  expect(post.raw).toContain('"queueId":327155711000000513}');
  expect(post.signature).toBe(createHmac("sha256", "hush").update(post.raw).digest("base64"));
});

test("a batch that was refused comes again under other event ids until it is taken", async () => {
  let refusals = 2;
  const { posts, emit } = await open({}, () => (refusals-- > 0 ? 500 : 204));
  emit("delivery.delivered", { to: "bo@ext.test" });
  await until(() => posts.length === 3);
  expect(new Set(posts.map((post) => post.events[0]?.id)).size).toBe(3);
  emit("delivery.delivered", { to: "cy@ext.test" });
  const last = await until(() => posts[3]);
  expect(last.events.map((event) => event.data.to)).toEqual(["cy@ext.test"]);
});

test("an event that is older than the hook keeps them is dropped", async () => {
  const { posts, emit } = await open({ discardAfter: 60_000 });
  emit("delivery.delivered", { to: "old@ext.test" }, new Date(Date.now() - 61_000));
  emit("delivery.delivered", { to: "new@ext.test" });
  const post = await until(() => posts[0]);
  expect(post.events.map((event) => event.data.to)).toEqual(["new@ext.test"]);
});

test("a hook that excludes nothing hears everything, a disabled one nothing, and changes need a reload", async () => {
  const { posts, emit, hooks, call } = await open({ eventsPolicy: "exclude", events: {} });
  emit("auth.failed");
  expect((await until(() => posts[0])).events[0]?.type).toBe("auth.failed");
  const { list } = await call("x:WebHook/get", { ids: null });
  const [{ id }] = list as unknown as [{ id: string }];
  await call("x:WebHook/set", { update: { [id]: { enable: false } } });
  emit("auth.success");
  expect((await until(() => posts[1])).events[0]?.type).toBe("auth.success");
  hooks.reload();
  emit("auth.failed");
  await call("x:WebHook/set", { update: { [id]: { enable: true } } });
  hooks.reload();
  emit("delivery.completed");
  expect((await until(() => posts[2])).events.map((event) => event.type)).toEqual(["delivery.completed"]);
});

test("the signature key is masked when it is read, and the mask sent back keeps it", async () => {
  const { call, directory } = await open({});
  const { list } = await call("x:WebHook/get", { ids: null });
  const [{ id, signatureKey }] = list as unknown as [{ id: string; signatureKey: { secret: string } }];
  expect(signatureKey.secret).not.toContain("hush");
  await call("x:WebHook/set", { update: { [id]: { signatureKey, throttle: 5 } } });
  expect(directory.webHooks()[0]).toMatchObject({ throttle: 5, signatureKey: { secret: "hush" } });
});
