import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { openPicture } from "./picture-token";
import { sealPictures } from "./seal-pictures";

const { services } = await testServices();
const { ana } = (await testMailboxes(services, "acme.test", ["ana"])).people;
const sealed = (url: string, trialZone = ana.ctx.platform.trialZone) => {
  const ctx = { ...ana.ctx, platform: { ...ana.ctx.platform, trialZone } };
  const [path] = sealPictures(ctx, { urls: [url] }).paths;
  return path && openPicture(ctx, path.slice("/mail/pictures/".length));
};

test("an address of the web is sealed, and names nothing to whoever sees the path", () => {
  const [path] = sealPictures(ana.ctx, { urls: ["https://a.test/x.png?who=1"] }).paths;
  expect(path).toMatch(/^\/mail\/pictures\/[\w.-]+$/);
  expect(Buffer.from(path!, "base64url").toString()).not.toContain("a.test");
  expect(sealed("https://a.test/x.png?who=1")).toBe("https://a.test/x.png?who=1");
  expect(sealed("//a.test/x.png")).toBe("https://a.test/x.png");
});

test("outside of a trial pictures are asked for by https only", () => {
  expect(sealed("http://a.test/x.png", null)).toBe("https://a.test/x.png");
  expect(sealed("http://a.test/x.png", { server: "127.0.0.1:1", dataDir: "z" })).toBe("http://a.test/x.png");
});

test("nothing else is", () => {
  for (const url of ["javascript:alert(1)", "file:///etc/passwd", "x.png", "data:image/png,x", "cid:a"])
    expect([url, sealed(url)]).toEqual([url, null]);
});
