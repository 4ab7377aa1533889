import { afterEach, expect, test } from "bun:test";
import { createEngine } from "../create-engine.ts";
import { serveJmap } from "./testing-jmap-server.ts";

let stop: (() => unknown) | undefined;
afterEach(() => stop?.());

function directoryThat(answer: Parameters<typeof serveJmap>[0]) {
  const server = serveJmap(answer);
  stop = server.stop;
  return {
    ...server,
    keys: createEngine({ baseUrl: server.baseUrl, serviceAuth: { bearer: "API_x" } }).directory.keys,
  };
}
const minted = { created: { it: { id: "k", secret: "API_minted" } } };
const wanted = { accountId: "f", description: "webmail", expiresAt: new Date("2026-12-01T10:00:00.123Z") };

test("a key is minted although somebody else wrote to the same account", async () => {
  let refusals = 2;
  const { keys, asked } = directoryThat(() => (refusals-- > 0 ? { error: "serverUnavailable" } : minted));
  expect(await keys.mint(wanted)).toEqual({ keyId: "k", secret: "API_minted" });
  expect(asked).toHaveLength(3);
});

test("a key opens mail only, for one account, until it ends", async () => {
  const { keys, asked } = directoryThat(() => minted);
  await keys.mint(wanted);
  const [method, args] = asked[0] ?? [];
  expect(method).toBe("x:ApiKey/set");
  expect(args).toMatchObject({
    accountId: "f",
    create: { it: { expiresAt: "2026-12-01T10:00:00Z", permissions: { "@type": "Replace" } } },
  });
  const text = JSON.stringify(args);
  for (const needed of ["authenticate", "jmapEmailGet", "jmapEmailSubmissionCreate", "jmapBlobUpload"])
    expect(text).toContain(`"${needed}":true`);
  expect(text).not.toMatch(/impersonate|Password|ApiKey|Principal|sysAccount(?!Settings)|sysDomain/);
});

test("when an account has too many keys those that ended make room", async () => {
  const full = { notCreated: { it: { type: "overQuota" } } };
  const answers: Parameters<typeof serveJmap>[0] = (method, args) => {
    if (method === "x:ApiKey/query") return { ids: ["old"] };
    if ("destroy" in args) return { destroyed: ["old"] };
    return asked.filter(([, earlier]) => "create" in earlier).length > 1 ? minted : full;
  };
  const { keys, asked } = directoryThat(answers);
  expect((await keys.mint(wanted)).secret).toBe("API_minted");
  expect(asked.some(([, { destroy }]) => Bun.deepEquals(destroy, ["old"]))).toBe(true);
});

test("when an account has too many keys that still live, minting fails as over quota", async () => {
  const { keys } = directoryThat((method) =>
    method === "x:ApiKey/query" ? { ids: [] } : { notCreated: { it: { type: "overQuota" } } },
  );
  expect(await keys.mint(wanted).catch((error: unknown) => error)).toMatchObject({ failure: "overQuota" });
});

test("a key that is not there any more counts as destroyed", async () => {
  const { keys } = directoryThat(() => ({ notDestroyed: { k: { type: "notFound" } } }));
  expect(await keys.destroy({ accountId: "f", keyId: "k" })).toBeUndefined();
});
