import { afterAll, expect, test } from "bun:test";
import { suspendUser } from "~/features/users/server/suspend-user";
import { faultyEngine } from "~/features/users/server/testing-faulty-engine";
import { appliedUser, password, tenantWithDomain } from "~/features/users/server/testing-users";
import { testServices } from "~/server/testing";
import { serve, webBrowser } from "~/server/testing-web-browser";

const { services, kv, engineUrl, engineAuth } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const web = serve({ ...services, rateLimit: async () => {} }, kv);
/** What a suspended user may still see of the mailbox at most. */
const longestMs = 5000;
const tabs = 4;

/** A browser that is signed in, with mail pages open, each of which hears what moves in the mailbox. */
async function openTabs(address: string) {
  const browser = webBrowser(web.url);
  expect((await browser.call("webmail.signIn", { address, password })).status).toBe(200);
  const open = async () => {
    const response = await browser.ask("/api/trpc/webmail.live?input=%7B%7D", {
      headers: { accept: "text/event-stream" },
    });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const reader = response.body!.getReader();
    let heard = "";
    const read = async (isEnough: () => boolean) => {
      while (!isEnough()) {
        const { done, value } = await reader.read();
        if (done) return;
        heard += new TextDecoder().decode(value);
      }
    };
    // The line is open and says where the mailbox stands.
    await read(() => heard.includes("types"));
    const ended = read(() => heard.includes("auth.required"))
      .catch(() => {})
      .then(() => Date.now());
    return { ended };
  };
  const opened = await Promise.all(Array.from({ length: tabs }, open));
  return { browser, ended: () => Promise.all(opened.map((tab) => tab.ended)) };
}

const down = await faultyEngine({ url: engineUrl, auth: engineAuth }, () => "down");
afterAll(down.stop);

test.each([
  ["the mail server is well", services.engine],
  ["the mail server is down", down.engine],
])(
  "every open page of a suspended user ends within five seconds while %s, and nothing more is read",
  async (_, engine) => {
    const { id, address } = await appliedUser(services, ctx, domainId, `u${Bun.randomUUIDv7().slice(-8)}`);
    const { browser, ended } = await openTabs(address);
    expect((await browser.call("webmail.me")).status).toBe(200);
    const begun = Date.now();
    await suspendUser({ ...ctx, engine }, { userId: id });
    const took = (await ended()).map((at) => at - begun);
    expect(Math.max(...took)).toBeLessThan(longestMs);
    expect(await browser.call("webmail.me")).toMatchObject({ status: 401, failure: "auth.required" });
    expect(await browser.call("webmail.mailboxes")).toMatchObject({ failure: "auth.required" });
    expect((await browser.call("webmail.signIn", { address, password })).failure).toBe("user.suspended");
  },
);

test("whoever may not send goes on reading, whoever may not receive too", async () => {
  const { id, address } = await appliedUser(services, ctx, domainId, "reader");
  const { browser } = await openTabs(address);
  await suspendUser(ctx, { userId: id, blocks: ["send", "receive"] });
  expect((await browser.call("webmail.me")).status).toBe(200);
});
