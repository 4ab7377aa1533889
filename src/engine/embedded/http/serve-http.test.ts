import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { startTestEngine, type TestUser } from "./testing";

let engine: Awaited<ReturnType<typeof startTestEngine>>;
let ana: TestUser;
let bo: TestUser;

beforeAll(async () => {
  engine = await startTestEngine({ publicUrl: "https://mail.elsewhere.test" });
  ana = await engine.addUser("ana");
  bo = await engine.addUser("bo");
});
afterAll(() => engine.close());

describe("finding the way in", () => {
  test("the well-known address leads to the session", async () => {
    const response = await ana.request("/.well-known/jmap");
    expect([response.status, response.headers.get("location")]).toEqual([307, "/jmap/session"]);
  });

  test("a stranger sees what the server can do and no accounts", async () => {
    const response = await fetch(new URL("/jmap/session", engine.baseUrl));
    const session = (await response.json()) as { accounts: object; capabilities: Record<string, unknown> };
    expect([response.status, session.accounts]).toEqual([200, {}]);
    expect(session.capabilities["urn:ietf:params:jmap:mail"]).toBeDefined();
    expect(session.capabilities["urn:stalwart:jmap"]).toBeUndefined();
  });

  test("the session names absolute addresses under the public name, and what this credential may use", async () => {
    const session = (await (await ana.request("/jmap/session")).json()) as {
      apiUrl: string;
      accounts: Record<string, { accountCapabilities: object }>;
      primaryAccounts: Record<string, string>;
    };
    expect(session.apiUrl).toBe("https://mail.elsewhere.test/jmap/");
    expect(Object.keys(session.accounts)).toEqual([ana.accountId]);
    expect(session.primaryAccounts["urn:stalwart:jmap"]).toBe(ana.accountId);
    const key = (await ana.call("x:ApiKey/set", {
      accountId: ana.accountId,
      create: {
        k: {
          description: "reader",
          permissions: { "@type": "Replace", permissions: { authenticate: true, jmapQuotaGet: true } },
        },
      },
    })) as { created: { k: { secret: string } } };
    const headers = { authorization: `Bearer ${key.created.k.secret}` };
    const narrow = (await (
      await fetch(new URL("/jmap/session", engine.baseUrl), { headers })
    ).json()) as typeof session;
    const capabilities = Object.keys(narrow.accounts[ana.accountId]?.accountCapabilities ?? {});
    expect(capabilities.toSorted()).toEqual(["urn:ietf:params:jmap:quota", "urn:stalwart:jmap"]);
  });

  test("a wrong password is answered 401, and the server tells that it is alive", async () => {
    const headers = { authorization: `Basic ${btoa("ana@acme.test:wrong")}` };
    const refused = await fetch(new URL("/jmap/session", engine.baseUrl), { headers });
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, expect.stringContaining("Bearer")]);
    for (const path of ["/healthz/live", "/healthz/ready"]) {
      expect((await fetch(new URL(path, engine.baseUrl))).status).toBe(200);
    }
    expect((await ana.request("/nowhere")).status).toBe(404);
  });
});

describe("refused requests", () => {
  const problem = async (response: Response) => {
    const body = (await response.json()) as { type: string; limit?: string };
    return [response.status, body.type.replace("urn:ietf:params:jmap:error:", ""), body.limit];
  };
  const echo = ["Core/echo", {}, "0"];

  test("what is no request, or of a capability unknown here, is named so", async () => {
    const using = ["urn:ietf:params:jmap:core"];
    expect(await problem(await ana.post("nonsense"))).toEqual([400, "notRequest", undefined]);
    expect(await problem(await ana.post({ using, methodCalls: "x" }))).toEqual([400, "notRequest", undefined]);
    expect(await problem(await ana.post({ using: ["urn:x"], methodCalls: [echo] }))).toEqual([
      400,
      "notRequest",
      undefined,
    ]);
    const plain = { "content-type": "text/plain" };
    expect(await problem(await ana.post({ using, methodCalls: [echo] }, plain))).toEqual([400, "notJSON", undefined]);
    const many = Array.from({ length: 17 }, () => echo);
    expect(await problem(await ana.post({ using, methodCalls: many }))).toEqual([400, "limit", "maxCallsInRequest"]);
    const big = "x".repeat(10_000_001);
    expect(await problem(await ana.post(big))).toEqual([400, "limit", "maxSizeRequest"]);
    const stranger = await fetch(new URL("/jmap/", engine.baseUrl), { method: "POST", body: "{}" });
    expect(stranger.status).toBe(401);
  });

  test("somebody else's account does not exist, neither for calls nor for files", async () => {
    expect(await ana.call("Mailbox/get", { accountId: bo.accountId })).toMatchObject({ type: "accountNotFound" });
    expect(await ana.call("Mailbox/get")).toMatchObject({ type: "invalidArguments" });
    const upload = await ana.request(`/jmap/upload/${bo.accountId}/`, { method: "POST", body: "x" });
    expect(upload.status).toBe(404);
  });
});

describe("files", () => {
  test("an upload comes back byte for byte, as an attachment, to its owner only", async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(1000));
    const uploaded = await ana.request(`/jmap/upload/${ana.accountId}/`, {
      method: "POST",
      body: bytes,
      headers: { "content-type": "text/html" },
    });
    expect(uploaded.status).toBe(200);
    const { blobId, size, type } = (await uploaded.json()) as { blobId: string; size: number; type: string };
    expect([size, type]).toEqual([1000, "text/html"]);
    const path = (accountId: string) =>
      `/jmap/download/${accountId}/${blobId}/${encodeURIComponent('a"ü.html')}?accept=text/html`;
    const response = await ana.request(path(ana.accountId));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get("content-disposition")).toBe("attachment; filename*=utf-8''a%22%C3%BC.html");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await bo.request(path(ana.accountId))).status).toBe(404);
    expect((await bo.request(path(bo.accountId))).status).toBe(404);
  });
});
