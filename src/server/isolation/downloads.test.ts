import { beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { addDomain } from "~/features/domains/server/add-domain";
import { putMail } from "~/features/webmail/server/testing-webmail";
import { mailboxContext } from "../context";
import { refusalOf, testServices } from "../testing";
import { call } from "../testing-expectations";
import { signedInMember } from "./testing-signed-in";
import { canary, type TestTenant, tenantWithEverything } from "./testing-two-tenants";
import { cookieOf, testWeb } from "./testing-web";

setDefaultTimeout(60_000);

const world = await testServices();
const both = { ...world, services: { ...world.services, rateLimit: async () => {} } };
const web = testWeb(both.services, world.kv);
const files = { "/admin/audit.csv": ["owner", "admin"], "/admin/users.csv": null, "/admin/export.json": ["owner"] };

let ours: TestTenant;
let theirs: TestTenant;
let theirBlob: string;
beforeAll(async () => {
  ours = await tenantWithEverything(both, "ours.test");
  theirs = await tenantWithEverything(both, "theirs.test", canary);
  const id = await putMail(mailboxContext(theirs.mail), {
    subject: canary,
    headers: ['Content-Type: multipart/mixed; boundary="b"'],
    body: `--b\r\nContent-Type: text/plain\r\n\r\nSee.\r\n--b\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n${canary}\r\n--b--\r\n`,
  });
  const { page } = (await call(theirs.mail, "webmail.overview", {})) as {
    page: { threads: { threadId: string; messageIds: string[] }[] };
  };
  const { threadId } = page.threads.find(({ messageIds }) => messageIds.includes(id))!;
  const [message] = (await call(theirs.mail, "webmail.thread", { threadId })) as {
    attachments: { blobId: string }[];
  }[];
  theirBlob = message!.attachments[0]!.blobId;
});
const own = { "sec-fetch-site": "same-origin" };

test("V8.4.1 no file to take along has anything of another tenant in it", async () => {
  const { browser } = await signedInMember(both.services, "owner", ours.ids.tenantId);
  for (const path of Object.keys(files)) {
    const response = await web.ask(path, { headers: { ...own, cookie: cookieOf(browser.jar) } });
    const text = await response.text();
    expect([path, response.status, text.includes("ours.test")]).toEqual([path, 200, true]);
    expect([path, text.includes(canary), text.includes("theirs.test"), text.includes(theirs.ids.tenantId)]).toEqual([
      ...[path, false, false, false],
    ]);
  }
});

test("V8.2.1 files to take along are for those who may see what is in them, and for nobody without a session", async () => {
  for (const [path, roles] of Object.entries(files)) {
    expect([path, (await web.ask(path, { headers: own })).ok]).toEqual([path, false]);
    expect([path, (await web.ask(path, { headers: { ...own, cookie: cookieOf(ours.mailBrowser.jar) } })).ok]).toEqual([
      path,
      false,
    ]);
    for (const role of ["owner", "admin", "viewer"] as const) {
      const { browser } = await signedInMember(both.services, role, ours.ids.tenantId);
      const { status } = await web.ask(path, { headers: { ...own, cookie: cookieOf(browser.jar) } });
      expect([path, role, status === 200]).toEqual([path, role, !roles || roles.includes(role)]);
    }
  }
});

test("V8.4.1 another tenant's attachment is answered like one that is not there", async () => {
  const ask = async (jar: Map<string, string>, blobId: string) => {
    const answers = [];
    for (const path of [
      `/mail/attachments/${blobId}?name=a`,
      `/api/v1/webmail/messages/${ours.ids.messageId}/attachments/${blobId}`,
    ]) {
      const response = await web.ask(path, { headers: { ...own, cookie: cookieOf(jar) } });
      answers.push([response.status, await response.text()]);
    }
    return answers;
  };
  expect((await ask(theirs.mailBrowser.jar, theirBlob))[0]).toEqual([200, expect.stringContaining(canary)]);
  expect(await ask(ours.mailBrowser.jar, theirBlob)).toEqual(await ask(ours.mailBrowser.jar, `${theirBlob}x`));
  expect(JSON.stringify(await ask(ours.mailBrowser.jar, theirBlob))).not.toContain(canary);
});

test("V8.4.1 a name that another tenant only claims can be added as if nobody had", async () => {
  await addDomain(theirs.ctx, { name: "claimed.test" });
  const add = (name: string) => refusalOf(addDomain(ours.ctx, { name }));
  expect([await add("claimed.test"), await add("nobody-has-this.test")]).toEqual(["none", "none"]);
});

test("V8.4.1 the same Idempotency-Key in two tenants gives each its own answer", async () => {
  const asked = async (tenant: TestTenant, name: string) =>
    call({ ...tenant.owner, idempotencyKey: "one-key-for-both-tenants" }, "domains.add", { name }) as Promise<{
      id: string;
      name: string;
    }>;
  const [one, other] = [await asked(theirs, "key.test"), await asked(ours, "key.test")];
  expect(one.id).not.toBe(other.id);
  expect((await asked(ours, "key.test")).id).toBe(other.id);
});
