import { beforeEach, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { apiTokens, people, personTokens, tenants, users, webhooks } from "../../../../db/schema";
import { confirmEmail } from "./confirm-email";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { mailedTo, mailedToken } from "./testing-mailed";

const { services: strict, owner, logged } = await testServices();
let clock = 0;
const services = { ...strict, rateLimit: async () => {}, now: () => new Date(Date.now() + clock) };
const password = "a long walk at dusk";
const elsewhere = () => testBrowser(services);

let email = "";
beforeEach(() => {
  email = `${Bun.randomUUIDv7()}@acme.example`;
  clock = 0;
});

async function signedUp(company = "Acme", secret = password) {
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signUp(ctx, { company, email, password: secret }));
  return { browser, me };
}
const confirmedAt = async (tenantId: string) =>
  (await owner.select().from(tenants).where(eq(tenants.id, tenantId)))[0]?.confirmedAt;
const link = (kind = "confirm_email") => mailedToken(services, owner, email, kind);

test("whoever signed up opens the mailed link in the same browser, and the tenant can send", async () => {
  const { browser, me } = await signedUp();
  const token = await link();
  expect(await browser.visit((ctx) => confirmEmail(ctx, { token }))).toEqual({
    ...{ step: "confirmed", email, takenOver: null },
  });
  expect(await confirmedAt(me.tenant.id)).toBeInstanceOf(Date);
  expect(await auditedActions(services, me.tenant.id)).toContain("auth.confirm_email");
});

test("in another browser the link asks for the password that was chosen, and takes no other", async () => {
  const { me } = await signedUp();
  const token = await link();
  const other = elsewhere();
  const open = (secret?: string) => other.visit((ctx) => confirmEmail(ctx, { token, password: secret }));
  expect(await open()).toEqual({ step: "password", email });
  expect(await refusalOf(open("the mailbox owner's guess"))).toBe("auth.wrong_credentials");
  expect(await confirmedAt(me.tenant.id)).toBeNull();
  expect(await open(password)).toMatchObject({ step: "confirmed" });
  expect(await confirmedAt(me.tenant.id)).toBeInstanceOf(Date);
  expect(other.jar.has("dm")).toBe(false);
});

test("a stranger who signs up with my address first cannot have me confirm the password that they chose", async () => {
  const stranger = await signedUp("Trap", "the stranger's own words");
  const strangersLink = await link();
  const mine = await signedUp("Mine");
  expect(await mine.browser.visit((ctx) => confirmEmail(ctx, { token: strangersLink }))).toEqual({
    ...{ step: "password", email },
  });
  const token = await link();
  expect(await mine.browser.visit((ctx) => confirmEmail(ctx, { token }))).toMatchObject({ step: "confirmed" });
  expect(await stranger.browser.visit((ctx) => ctx.member)).toBeNull();
  const guess = { email, password: "the stranger's own words" };
  expect(await refusalOf(stranger.browser.visit((ctx) => signIn(ctx, guess)))).toBe("auth.wrong_credentials");
  expect(await mine.browser.visit((ctx) => signIn(ctx, { email, password }))).toMatchObject({ step: "signed_in" });
});

test("V6.4.3 a link works once, and of two uses at the same moment one", async () => {
  const { browser } = await signedUp();
  const token = await link();
  const twice = [0, 1].map(() => refusalOf(browser.copy().visit((ctx) => confirmEmail(ctx, { token }))));
  expect((await Promise.all(twice)).toSorted()).toEqual(["auth.link_invalid", "none"]);
  expect(await refusalOf(browser.visit((ctx) => confirmEmail(ctx, { token })))).toBe("auth.link_invalid");
});

test("V6.4.1 a link is over after a day", async () => {
  const { browser } = await signedUp();
  const token = await link();
  clock = 24 * 3_600_000 + 1000;
  expect(await refusalOf(browser.visit((ctx) => confirmEmail(ctx, { token })))).toBe("auth.link_invalid");
});

test("V11.5.1 V14.2.1 a link carries 256 random bits behind its #, and nothing but their hash is kept", async () => {
  await signedUp();
  const [mail] = await mailedTo(services, owner, email);
  expect(mail!.token).toMatch(/^[\w-]{43}$/);
  expect(mail!.text).toContain(`http://localhost:3000/confirm#${mail!.token}\n`);
  const rows = JSON.stringify([await owner.select().from(personTokens), logged]);
  expect(rows).not.toContain(mail!.token);
});

test("an address that has an account is told so, and its owner takes the new tenant over, without what the stranger left in it", async () => {
  const mine = await signedUp("Mine");
  const token = await link();
  await mine.browser.visit((ctx) => confirmEmail(ctx, { token }));
  const stranger = await signedUp("Second", "the stranger's own words");
  const { id: tenantId } = stranger.me.tenant;
  const back = { tenantId, name: "door", tokenHash: Bun.randomUUIDv7(), hint: "abcd", scopes: [] };
  await owner.insert(apiTokens).values(back);
  await owner.insert(webhooks).values({ tenantId, url: "https://x.test/", events: [], sealedSecret: "x" });

  const second = await link("existing_account");
  expect(await stranger.browser.visit((ctx) => confirmEmail(ctx, { token: second }))).toEqual({
    ...{ step: "sign_in", email },
  });
  expect(await mine.browser.visit((ctx) => confirmEmail(ctx, { token: second }))).toEqual({
    ...{ step: "confirmed", email, takenOver: "Second" },
  });
  const members = await owner.select().from(users).where(eq(users.tenantId, tenantId));
  const [me] = await owner.select().from(people).where(eq(people.email, email));
  expect(members.map(({ personId, role }) => [personId, role])).toEqual([[me!.id, "owner"]]);
  expect(await stranger.browser.visit((ctx) => ctx.member)).toBeNull();
  for (const table of [apiTokens, webhooks])
    expect(await owner.select().from(table).where(eq(table.tenantId, tenantId))).toEqual([]);
  expect(await confirmedAt(tenantId)).toBeInstanceOf(Date);
  expect(await auditedActions(services, tenantId)).toContain("auth.take_over");
});

test("guessing the password behind a link is slowed down", async () => {
  await signedUp();
  const token = await link();
  const outcomes: string[] = [];
  for (let i = 0; i < 11; i++)
    outcomes.push(
      await refusalOf(
        elsewhere().visit((ctx) =>
          confirmEmail({ ...ctx, rateLimit: strict.rateLimit }, { token, password: `guess ${i}` }),
        ),
      ),
    );
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["auth.wrong_credentials", "request.too_many"]);
});

test("a link that nobody was sent is worth nothing", async () => {
  const { browser } = await signedUp();
  const made = "A".repeat(43);
  expect(await refusalOf(browser.visit((ctx) => confirmEmail(ctx, { token: made })))).toBe("auth.link_invalid");
});
