import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Browser } from "playwright-core";
import { people } from "../../db/schema";
import { hashPassword } from "../features/auth/server/password-hash";
import { tenantWithDomain } from "../features/users/server/testing-users";
import { parseEnv } from "../server/env";
import { startWeb } from "../server/start-web";
import { testServices } from "../server/testing";
import { launchBrowser, watchConsole } from "./browser";

setDefaultTimeout(60_000);

const { services, kv, owner: db } = await testServices();
const { ctx: owner } = await tenantWithDomain(services, "acme.test");
const { email, personId } = owner.actor;
const password = "a long walk at dusk";
let browser: Browser;
let origin = "";
let stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId));
  const web = await startWeb(parseEnv({ PORT: "0" }), services, kv);
  browser = await launchBrowser();
  stops = [() => browser.close(), () => web.stop(500)];
  origin = `http://localhost:${web.port}`;
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

test("what is typed while the page's own script is under way is there when it has come, and is saved", async () => {
  const page = await browser.newPage();
  const heard = watchConsole(page);
  await page.goto(`${origin}/login`);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();

  const slow = Promise.withResolvers<void>();
  let held = 0;
  await page.route("**/_build/assets/*.js", async (route) => {
    const answer = await route.fetch();
    if ((await answer.text()).includes("tenant.nameLabel")) {
      held += 1;
      await slow.promise;
    }
    await route.fulfill({ response: answer });
  });
  await page.goto(`${origin}/admin/settings`, { waitUntil: "commit" });
  const name = page.getByLabel("Name of the organisation");
  await name.waitFor();
  // The rest of the page is taken over by now: what a finger or a mouse does is heard by somebody.
  await page.waitForFunction(() => {
    const { completed } = (self as unknown as { _$HY: { completed: WeakSet<Element> } })._$HY;
    return [...document.querySelectorAll("#app [data-hk]")].some((element) => completed.has(element));
  });
  expect(held).toBe(1);
  await page.mouse.move(300, 300);
  await name.click();
  await name.fill("Northwind");
  slow.resolve();
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.getByText("The name is saved.").waitFor();
  expect(await name.inputValue()).toBe("Northwind");
  await page.reload();
  expect(await name.inputValue()).toBe("Northwind");
  heard.expectQuiet();
});
