import { afterAll, expect, test } from "bun:test";
import { createSelfSignedCertificate } from "~/engine/embedded/smtp/self-signed-certificate";
import type { TargetRules } from "~/server/guarded-fetch/target-rules";
import { callList } from "./call-list";

const rules: TargetRules = {
  resolve: async () => ({ status: "absent", reason: "ENOTFOUND", aliases: [], authenticated: false }),
  ...{ allowsHttp: false, allowsLoopback: true, ownHosts: [] },
};
const { key, cert } = createSelfSignedCertificate("localhost");
const heard: { path: string; body: string; headers: Record<string, string> }[] = [];
const server = Bun.serve({
  ...{ hostname: "127.0.0.1", port: 0, tls: { key, cert } },
  async fetch(request) {
    const { pathname, search } = new URL(request.url);
    heard.push({ path: pathname + search, body: await request.text(), headers: Object.fromEntries(request.headers) });
    if (pathname === "/moved") return Response.redirect("/leave");
    return new Response("", { status: pathname === "/leave" ? 202 : 500 });
  },
});
afterAll(() => server.stop(true));
const call = (path: string) => callList(`https://localhost:${server.port}${path}`, rules, cert);

test("a list is left by one call that says nothing else", async () => {
  expect(await call("/leave?id=7")).toBe("done");
  const { path, body, headers } = heard[0]!;
  expect([path, body]).toEqual(["/leave?id=7", "List-Unsubscribe=One-Click"]);
  expect(headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(headers).not.toContainKeys(["cookie", "referer", "authorization"]);
});

test("a list that refuses, or sends us elsewhere, was not left", async () => {
  heard.length = 0;
  expect([await call("/broken"), await call("/moved")]).toEqual(["refused", "refused"]);
  expect(heard.map(({ path }) => path)).toEqual(["/broken", "/moved"]);
});

test("a list whose server nobody vouches for, or that lies inside, is not called", async () => {
  heard.length = 0;
  expect(await callList(`https://localhost:${server.port}/leave`, rules)).toBe("unreachable");
  expect(await callList("https://10.0.0.1/leave", { ...rules, allowsLoopback: false })).toBe("unreachable");
  expect(heard).toEqual([]);
});
