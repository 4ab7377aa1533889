import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { mailUsers, people } from "../../db/schema";
import { handlers } from "../../jobs/handlers";
import { startWorker } from "../../jobs/start-worker";
import { mailedTo } from "../features/auth/server/testing-mailed";
import { hashPassword } from "../features/auth/server/password-hash";
import { alertQuota } from "../features/users/server/usage/alert-quota";
import { syncQuota } from "../features/users/server/sync-quota";
import { putMail, testMailboxes } from "../features/webmail/server/testing-webmail";
import { until } from "../lib/testing-until";
import { systemContext } from "../server/context";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const mebibyte = 1024 ** 2;
const { services, kv, owner: db } = await testServices();
const { member, people: mailboxes } = await testMailboxes(services, "acme.test", ["ana"]);
const { ana } = mailboxes;
const password = "a long walk at dusk";
let browser: Browser;
let boss: Page;
let reader: Page;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  await db.update(people).set({ passwordHash }).where(eq(people.id, member.actor.personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  const worker = await startWorker(services, handlers);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => worker.stop(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
  const pageOf = async (width: number) =>
    (await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" })).newPage();
  [boss, reader] = [await pageOf(1200), await pageOf(1200)];
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** Mail of so many octets, read into the panel as the schedule does. */
async function receive(bytes: number): Promise<void> {
  await putMail(ana.ctx, {
    subject: "A large one",
    body: "x"
      .repeat(76)
      .concat("\r\n")
      .repeat(Math.ceil(bytes / 78)),
  });
  await syncQuota(services);
}
const warned = async () => (await db.select().from(mailUsers).where(eq(mailUsers.address, ana.address)))[0]!;

test("a mailbox that fills up says so in the webmail, in its inbox and on its page in the panel", async () => {
  const console = watchConsole(boss);
  const { id } = await warned();
  await db
    .update(mailUsers)
    .set({ quotaBytes: 10 * mebibyte })
    .where(eq(mailUsers.id, id));
  await services.engine.directory.accounts.ensure({
    ...{ address: ana.address, displayName: "Ana", quotaBytes: 10 * mebibyte, blocks: [] },
    passwordHash: (await warned()).passwordHash,
  });
  await receive(8.3 * mebibyte);
  expect((await warned()).warnedPercent).toBe(80);

  await reader.goto(`${origin}/mail`);
  await reader.locator("[name=address]").fill(ana.address);
  await reader.locator("[name=password]").fill(password);
  await reader.keyboard.press("Enter");
  await reader.getByText("ana@acme.test is 80 % full").first().waitFor();
  await reader.getByText("Nearly full: delete what you no longer need.").waitFor();

  await boss.goto(`${origin}/login`);
  await boss.locator("[name=email]").fill(member.actor.email);
  await boss.locator("[name=password]").fill(password);
  await boss.keyboard.press("Enter");
  await boss.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await boss.goto(`${origin}/admin/users/${id}`);
  await boss.getByText("The mailbox is nearly full.").waitFor();
  await expectNoAxeViolations(boss);
  console.expectQuiet();
});

test("those who look after it are told by mail, and more storage ends the trouble", async () => {
  await alertQuota(systemContext(services, { job: "quota.alert" }, member.tenantId));
  const mail = await until(async () =>
    (await mailedTo(services, db, member.actor.email)).find(({ subject }) => subject.includes("filling up")),
  );
  expect(mail.text).toContain(`- ${ana.address}: `);
  const storage = boss.getByRole("region", { name: "Storage", exact: true });
  await storage.getByRole("button", { name: "Change storage" }).click();
  await boss.locator("[name=quotaBytes]").selectOption({ label: "5 GB" });
  await boss.getByRole("button", { name: "Save" }).click();
  await boss
    .getByText(/of 5 GB/)
    .first()
    .waitFor();
  await until(async () => {
    await syncQuota(services);
    return (await warned()).warnedPercent === 0;
  });
  await boss.reload();
  await boss
    .getByText(/of 5 GB/)
    .first()
    .waitFor();
  expect(await boss.getByText("The mailbox is nearly full.").count()).toBe(0);
});

test("whether mailboxes share the storage is chosen in the settings", async () => {
  await boss.goto(`${origin}/admin/settings`);
  await boss.getByLabel("How it is shared").selectOption("pooled");
  const card = boss.locator("[data-slot=card]", {
    has: boss.getByRole("heading", { name: "Storage of all mailboxes" }),
  });
  await card.getByRole("button", { name: "Save" }).click();
  await boss.getByText("The storage is shared so from now on.").waitFor();
  await card.getByText(/are used\./).waitFor();
  await expectNoAxeViolations(boss);
});
