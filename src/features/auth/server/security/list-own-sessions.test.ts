import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { signIn } from "../sign-in";
import { endOtherSessions } from "./end-other-sessions";
import { endOwnSession } from "./end-own-session";
import { listOwnSessions } from "./list-own-sessions";
import { fromAnywhere, password, testPerson } from "./testing-person";

const { services } = await testServices();
let clock = 0;
const timed = { ...services, now: () => new Date(Date.now() + clock) };
type Person = Awaited<ReturnType<typeof testPerson>>;

async function oneMore({ email }: Person) {
  const browser = testBrowser(timed);
  await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  return browser;
}
const list = ({ as }: Person, limit = 20, after?: string) => as((ctx) => listOwnSessions(ctx, { limit, after }));

test("a person sees each browser in which they are signed in, and which one this is", async () => {
  const person = await testPerson(timed);
  await oneMore(person);
  const { items, next } = await list(person);
  expect(items.map(({ isThisOne, userAgent }) => [isThisOne, userAgent])).toEqual([
    [false, "test"],
    [true, "test"],
  ]);
  expect(items[0]).toMatchObject({ tenantName: "Lakeside", hasSecondFactor: false });
  expect(next).toBeUndefined();
});

test("a long list comes in pages", async () => {
  const person = await testPerson(timed);
  for (let i = 0; i < 2; i++) await oneMore(person);
  const first = await list(person, 2);
  const second = await list(person, 2, first.next);
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
});

test("one that was signed out of, elsewhere or all at once, or that is over is not in it", async () => {
  const person = await testPerson(timed);
  const others = [await oneMore(person), await oneMore(person), await oneMore(person)];
  const sessionId = await others[0]!.visit((ctx) => ctx.member!.sessionId);
  await person.as((ctx) => endOwnSession(ctx, { sessionId }));
  expect((await list(person)).items.length).toBe(3);
  await person.as(endOtherSessions);
  expect((await list(person)).items.map(({ isThisOne }) => isThisOne)).toEqual([true]);
  await oneMore(person);
  clock += 8 * 86_400_000;
  await person.browser.visit((ctx) => signIn(fromAnywhere(ctx), { email: person.email, password }));
  expect((await list(person)).items.length).toBe(1);
});
