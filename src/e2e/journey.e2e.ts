import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type AppPorts, type AppProcess, freePorts, startApp } from "./app-process";
import { expectNoAxeViolations, launchBrowser, watchConsole } from "./browser";
import { startOutsideWorld } from "./outside-world";
import { zoneResolver } from "./zone-resolver";

setDefaultTimeout(90_000);

const root = new URL("../../", import.meta.url).pathname;
const password = "a long walk at dusk";
let ports: AppPorts;
let app: AppProcess;
let world: Awaited<ReturnType<typeof startOutsideWorld>>;
let browser: Browser;
let panel: Page;
let mail: Page;
let dataDir: string;
/** The link with which the mailbox's user chooses a password. */
let invitation = "";

beforeAll(async () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  dataDir = mkdtempSync(join(root, ".cache/journey-"));
  ports = await freePorts();
  world = await startOutsideWorld({ zoneDir: join(dataDir, "zones"), sinkPort: ports.sink });
  [app, browser] = await Promise.all([startApp(dataDir, ports), launchBrowser()]);
  panel = await newPage();
  mail = await newPage();
  for (const page of [panel, mail]) page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await world?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function newPage(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: "reduce",
  });
  return context.newPage();
}

/** Marks the document that is open, so that a later look can tell whether it is still the same one: nothing was loaded anew. */
const mark = (page: Page) => page.evaluate(() => void ((window as { isSame?: boolean }).isSame = true));
const isSameDocument = (page: Page) => page.evaluate(() => (window as { isSame?: boolean }).isSame === true);

test("a company signs up from the landing page and is in its panel", async () => {
  const heard = watchConsole(panel);
  await panel.goto(app.url);
  await expectNoAxeViolations(panel);
  await panel.locator('a[href="/signup"]').first().click();
  await panel.locator("[name=company]").fill("Harbour Tea");
  await panel.locator("[name=email]").fill("lena@harbourtea.example");
  await panel.locator("[name=password]").fill(password);
  await panel.keyboard.press("Enter");
  await panel.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  await expectNoAxeViolations(panel);
  heard.expectQuiet();
});

test("the owner confirms the address with one click on the link that a trial keeps", async () => {
  const heard = watchConsole(panel);
  await panel.getByText("Confirm your address").waitFor();
  await panel.getByRole("link", { name: "Open the link (trial)" }).click();
  await panel.getByText("Your address is confirmed").waitFor();
  expect(new URL(panel.url()).hash).toBe("");
  await expectNoAxeViolations(panel);
  await panel.getByRole("link", { name: "Go to the panel" }).click();
  await panel.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  expect(await panel.getByText("Confirm your address").count()).toBe(0);
  heard.expectQuiet();
});

test("its domain is added, published and becomes active while the page stays open", async () => {
  await panel.getByRole("navigation").getByRole("link", { name: "Domains" }).click();
  await panel.getByRole("button", { name: "Add domain" }).first().click();
  await panel.getByLabel("Domain name").fill("harbour.test");
  await panel.keyboard.press("Enter");
  await panel.getByRole("heading", { level: 1, name: "harbour.test" }).waitFor();
  await mark(panel);
  await panel.getByRole("button", { name: "Publish in the local zone" }).click();
  await panel.getByText("Everything is in place").waitFor();
  expect(await isSameDocument(panel)).toBe(true);
  await expectNoAxeViolations(panel);
});

test("a mailbox user is created with a quota and is brought to the mail server by itself", async () => {
  await panel.getByRole("navigation").getByRole("link", { name: "Mailbox users" }).click();
  await mark(panel);
  await panel.getByRole("button", { name: "Create user" }).first().click();
  await panel.getByLabel("Name in the address").fill("ana");
  await expectNoAxeViolations(panel);
  await panel.getByLabel("Full name").fill("Ana Ruiz");
  await panel.getByRole("dialog").getByRole("button", { name: "Create user" }).click();
  invitation = (await panel.locator('[data-slot="mailbox-link"]').textContent())!.trim();
  await expectNoAxeViolations(panel);
  await panel.getByRole("button", { name: "Done" }).click();
  await panel.getByText("ana@harbour.test").first().waitFor();
  await panel.getByText("Being set up").waitFor({ state: "detached" });
  expect(await isSameDocument(panel)).toBe(true);
  await expectNoAxeViolations(panel);
});

test("that person chooses a password by the link and mail from outside appears without a reload", async () => {
  const heard = watchConsole(mail);
  await mail.goto(invitation);
  await mail.getByText("For the mailbox ana@harbour.test").waitFor();
  await expectNoAxeViolations(mail);
  await mail.getByLabel("New password", { exact: true }).fill(password);
  await mail.keyboard.press("Enter");
  await mail.getByText("New mail appears by itself.").waitFor();
  await expectNoAxeViolations(mail);
  await mark(mail);
  await world.send(ports.smtp, {
    ...{ to: "ana@harbour.test", subject: "Tea for Thursday", messageId: "<tea-1@outside.test>" },
    text: "Shall we say ten?",
    html: `<p>Shall we say <b>ten</b>?</p><script>parent.isSame = false</script><img src="https://tracker.example/p.gif" onerror="parent.isSame=false">`,
  });
  await mail.getByText("Tea for Thursday").first().waitFor();
  expect(await isSameDocument(mail)).toBe(true);
  heard.expectQuiet();
});

test("it is read with its formatting and without its scripts", async () => {
  const heard = watchConsole(mail);
  await mail.getByText("Tea for Thursday").first().click();
  const frame = mail.frameLocator('iframe[title="Content of the message"]');
  await frame.locator("b", { hasText: "ten" }).waitFor();
  expect(await frame.locator("script").count()).toBe(0);
  expect(await isSameDocument(mail)).toBe(true);
  await expectNoAxeViolations(mail);
  heard.expectQuiet();
});

test("the answer reaches the other server once, signed so that an independent library verifies it", async () => {
  await mail.getByRole("button", { name: "Reply", exact: true }).first().click();
  const composer = mail.getByRole("dialog");
  await composer.getByLabel("Text of the message").waitFor();
  await expectNoAxeViolations(mail);
  await composer.getByLabel("Text of the message").fill("Ten is perfect.\n\nAna");
  await composer.getByRole("button", { name: "Send", exact: true }).click();
  await mail.getByText("Message sent.").waitFor();
  for (const until = Date.now() + 20_000; world.arrived.length === 0 && Date.now() < until;) await Bun.sleep(50);

  const [answer] = world.arrived;
  expect([answer?.from, answer?.to]).toEqual(["ana@harbour.test", ["bo@outside.test"]]);
  const raw = answer!.raw.toString();
  expect(raw).toContain("In-Reply-To: <tea-1@outside.test>");
  expect(raw).toContain("Ten is perfect.");
  const { results } = await dkimVerify(answer!.raw, { resolver: zoneResolver(ports.zone) });
  expect(results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual([
    ["harbour.test", "pass"],
  ]);
});

test("it stands in Sent, once, and left from there once", async () => {
  await mail.getByRole("link", { name: "Sent" }).click();
  await mail.getByText("Re: Tea for Thursday").first().waitFor();
  expect(await mail.locator('[data-slot="thread-row"]', { hasText: "Re: Tea for Thursday" }).count()).toBe(1);
  expect(await isSameDocument(mail)).toBe(true);
  expect(world.arrived.length).toBe(1);
});

test("nothing alarming was logged on the way, and Ctrl-C ends it all within five seconds", async () => {
  expect(app.output()).not.toMatch(/"level":"(warn|error)"/);
  const begun = Date.now();
  expect(await app.stop()).toBe(0);
  expect(Date.now() - begun).toBeLessThan(5000);
});

test("while the server is away the page stays, says what it could not fetch, and opens it when the server is back", async () => {
  const trigger = panel.getByRole("main").locator("[aria-haspopup=menu]").first();
  await trigger.click();
  await panel.getByRole("region", { name: "Notifications" }).getByText("This could not be loaded.").waitFor();
  expect(await trigger.getAttribute("aria-expanded")).toBe("false");
  expect(await panel.getByRole("heading", { level: 1, name: "Mailbox users" }).isVisible()).toBe(true);
  app = await startApp(dataDir, ports);
  await trigger.click();
  await panel.getByRole("menu").waitFor();
  expect(await isSameDocument(panel)).toBe(true);
});
