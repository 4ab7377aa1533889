import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { domains, jobs, mailUsers } from "../../../../../db/schema";
import { handlers } from "../../../../../jobs/handlers";
import { alike, medianGap } from "~/features/auth/server/testing-alike";
import { mailedTo } from "~/features/auth/server/testing-mailed";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signInMailbox } from "../sign-in-mailbox";
import { testMailboxes } from "../testing-webmail";
import { requestMailReset } from "./request-mail-reset";
import { setByLink } from "./set-by-link";
import { withRecovery } from "./testing-mail-security";

const world = await testServices();
const { owner } = world;
const services = { ...world.services, rateLimit: async () => {} };
const { member, domainId, people } = await testMailboxes(services, "forgot.test", ["ana", "bea"]);
const outside = () => `${Bun.randomUUIDv7()}@private.example`;

/** Asks for a link in German, and has the worker do what was left for it. Answers what was mailed to `email`. */
async function asked(address: string, email: string) {
  await owner.delete(jobs);
  await testBrowser(services).visit((ctx) => requestMailReset({ ...ctx, locale: "de" }, { address }));
  const waiting = await owner.select().from(jobs);
  expect(waiting.map(({ name }) => name)).toEqual(["mailbox.reset-link"]);
  await handlers["mailbox.reset-link"](waiting[0]!.payload as never, services);
  return mailedTo(services, owner, email);
}

test("whoever forgot the password gets a link at the confirmed recovery address, chooses a new one, and is in", async () => {
  const email = outside();
  await withRecovery(owner, people.ana.userId, email);
  const [mail] = await asked(people.ana.address, email);
  expect(mail).toMatchObject({ kind: "mailbox_reset", locale: "de" });
  const password = "two long walks at dawn";
  const browser = testBrowser(services);
  await browser.visit((ctx) => setByLink(ctx, { token: mail!.token, password, removeApps: false }));
  const { step } = await browser.visit((ctx) => signInMailbox(ctx, { address: people.ana.address, password }));
  expect(step).toBe("signed_in");
  expect(await auditedActions(services, member.tenantId)).toContain("access.request_reset");
});

test("an address that nobody has, and a mailbox without a confirmed recovery address, leave a job as well, and no mail", async () => {
  const email = outside();
  await owner.update(mailUsers).set({ recoveryEmail: email }).where(eq(mailUsers.id, people.bea.userId));
  expect(await asked(people.bea.address, email)).toEqual([]);
  expect(await asked("nobody@forgot.test", email)).toEqual([]);
  expect(await asked("nobody@elsewhere.example", email)).toEqual([]);
});

test("nothing is mailed for who may not sign in, and none to an address of a domain that is frozen", async () => {
  const email = outside();
  await withRecovery(owner, people.bea.userId, email);
  await owner.update(mailUsers).set({ maySignIn: false }).where(eq(mailUsers.id, people.bea.userId));
  expect(await asked(people.bea.address, email)).toEqual([]);
  await owner.update(mailUsers).set({ maySignIn: true }).where(eq(mailUsers.id, people.bea.userId));
  const frozen = { name: "private.example", tenantId: member.tenantId, proofToken: "x", frozenUntil: new Date() };
  const [own] = await owner.select().from(domains).where(eq(domains.id, domainId));
  const { id: _, createdAt: __, ...rest } = own!;
  await owner.insert(domains).values({ ...rest, ...frozen, provenAt: null });
  expect(await asked(people.bea.address, email)).toEqual([]);
});

test("V6.3.8 it takes the same time for a mailbox that there is and for one that there is not", async () => {
  const ask = (address: string) => testBrowser(services).visit((ctx) => requestMailReset(ctx, { address }));
  const gap = await medianGap(
    () => ask(people.ana.address),
    () => ask("nobody@forgot.test"),
    // As long as a request waits, the next one joins it: that would be other work.
    () => owner.delete(jobs),
  );
  expect(gap).toBeLessThan(alike);
}, 120_000);

test("asking is limited, for one mailbox from everywhere", async () => {
  const ask = (at: number) =>
    refusalOf(
      testBrowser(world.services).visit((ctx) =>
        requestMailReset({ ...ctx, ip: `198.51.100.${at}` }, { address: "ana@forgot.test" }),
      ),
    );
  const outcomes = [];
  for (let at = 0; at < 7; at++) outcomes.push(await ask(at));
  expect(outcomes.filter((outcome) => outcome === "request.too_many")).toHaveLength(2);
});
