import { expect, test } from "bun:test";
import type { Context } from "~/server/context";
import { anonymousContext, testServices } from "~/server/testing";
import { webmailFiles } from "./files";
import { getThread } from "./get-thread";
import { listThreads } from "./list-threads";
import { putMail, testMailboxes } from "./testing-webmail";

const { services } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
await putMail(ana.ctx, {
  subject: "Drawing",
  headers: ['Content-Type: multipart/mixed; boundary="b"'],
  body: '--b\r\nContent-Type: text/plain\r\n\r\nSee.\r\n--b\r\nContent-Type: image/svg+xml; name="a.svg"\r\nContent-Disposition: attachment; filename="a.svg"\r\n\r\n<svg onload="x()"/>\r\n--b--\r\n',
});
const [row] = (await listThreads(ana.ctx, { limit: 1 })).threads;
const [message] = await getThread(ana.ctx, { threadId: row!.threadId });
const { blobId } = message!.attachments[0]!;

const ask = (who: Context, query: string, headers: Record<string, string> = {}) => {
  const url = new URL(`http://localhost/mail/attachments/${blobId}${query}`);
  return webmailFiles(new Request(url, { headers }), url.pathname, who);
};
const asAna = (query: string, headers?: Record<string, string>) => ana.browser.visit((ctx) => ask(ctx, query, headers));

test("an attachment is a download with its name", async () => {
  const response = await asAna("?name=a.svg");
  expect(response?.status).toBe(200);
  expect(response?.headers.get("content-disposition")).toMatch(/^attachment/);
  expect(response?.headers.get("content-disposition")).toContain("a.svg");
  expect(await response?.text()).toContain("<svg");
});

test("what could run as a program is never named as what it is", async () => {
  for (const type of ["image/svg+xml", "text/html", "application/pdf", "text/javascript"])
    expect((await asAna(`?name=a&type=${type}`))?.headers.get("content-type")).toStartWith("application/octet-stream");
  expect((await asAna("?name=a&type=image/png"))?.headers.get("content-type")).toStartWith("image/png");
});

test("a name cannot deceive or break out of its header", async () => {
  const response = await asAna(`?name=${encodeURIComponent('a\r\nX: y\u202Egnp".exe/../b')}`);
  expect(response?.headers.get("content-disposition")).not.toMatch(/[\r\n\u202E/]/);
  expect(response?.headers.has("x")).toBe(false);
});

test("nobody else gets it: not a stranger, not another mailbox, not a page of another site", async () => {
  expect((await ask(anonymousContext(services), "?name=a"))?.status).toBe(401);
  expect((await bea.browser.visit((ctx) => ask(ctx, "?name=a")))?.status).not.toBe(200);
  expect((await asAna("?name=a", { "sec-fetch-site": "cross-site" }))?.status).toBe(403);
});

const askFile = (path: string, headers: Record<string, string> = {}) => {
  const url = new URL(`http://localhost/mail/messages/${message!.id}/${path}`);
  return (ctx: Context) => webmailFiles(new Request(url, { headers }), url.pathname, ctx);
};

test("all attachments come as one archive, and a message as the file that it was sent as", async () => {
  const archive = await ana.browser.visit(askFile("attachments.zip"));
  expect(archive?.headers.get("content-type")).toBe("application/zip");
  expect(archive?.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Drawing.zip");
  expect(await archive?.text()).toStartWith("PK");
  const whole = await ana.browser.visit(askFile("message.eml"));
  expect(whole?.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Drawing.eml");
  expect(await whole?.text()).toContain("Subject: Drawing\r\n");
});

test("archives and whole messages are nobody else's either", async () => {
  for (const path of ["attachments.zip", "message.eml"]) {
    expect((await askFile(path)(anonymousContext(services)))?.status).toBe(401);
    expect((await bea.browser.visit(askFile(path)))?.status).toBe(404);
    expect((await ana.browser.visit(askFile(path, { "sec-fetch-site": "cross-site" })))?.status).toBe(403);
  }
});

test("the empty frame that messages are shown in may do nothing by itself", async () => {
  const response = await webmailFiles(
    new Request("http://localhost/mail/frame"),
    "/mail/frame",
    anonymousContext(services),
  );
  expect(response?.headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("every other path is somebody else's", async () => {
  expect(await webmailFiles(new Request("http://localhost/mail"), "/mail", anonymousContext(services))).toBeNull();
});
