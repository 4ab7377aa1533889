import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import type { Services } from "~/server/services";
import { refusalOf, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { jobs, people } from "../../../../db/schema";
import { requestReset } from "./request-reset";
import { signUp } from "./sign-up";
import { alike, medianGap } from "./testing-alike";
import { chosenPassword, confirmedPerson } from "./testing-signed-up";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const ask = (email: string, as: Services = services) => testBrowser(as).visit((ctx) => requestReset(ctx, { email }));

test("V6.3.8 an address that has an account and one that has none get the same answer, after the same work", async () => {
  const { email } = await confirmedPerson(services, owner);
  const before = (await owner.select().from(jobs)).length;
  expect([await ask(email), await ask("nobody@people.example")]).toEqual([undefined, undefined]);
  expect((await owner.select().from(jobs)).length).toBe(before + 2);
});

test("V6.3.8 it takes the same time for both", async () => {
  const { email } = await confirmedPerson(services, owner);
  const gap = await medianGap(
    () => ask(email),
    () => ask("nobody@people.example"),
    // As long as a request waits, the next one joins it: that would be other work.
    () => owner.delete(jobs).where(eq(jobs.name, "auth.reset-link")),
  );
  expect(gap).toBeLessThan(alike);
}, 120_000);

test("whoever has not confirmed an address gets no link to it", async () => {
  const email = `${Bun.randomUUIDv7()}@people.example`;
  const me = await testBrowser(services).visit((ctx) =>
    signUp(ctx, { company: "Acme", email, password: chosenPassword }),
  );
  await ask(email);
  const rows = await owner.select().from(jobs).where(eq(jobs.name, "auth.reset-link"));
  const [person] = await owner.select().from(people).where(eq(people.email, email));
  expect([me.member.isConfirmed, rows.length > 0]).toEqual([false, true]);
  expect(JSON.stringify(rows)).not.toContain(person!.id);
});

test("V2.4.1 nobody can have one address, or many, mailed without end", async () => {
  const outcomes: string[] = [];
  for (let i = 0; i < 6; i++)
    outcomes.push(
      await refusalOf(
        testBrowser(strict).visit((ctx) => requestReset({ ...ctx, ip: `198.51.100.${i}` }, { email: "one@x.example" })),
      ),
    );
  expect([outcomes[0], outcomes.at(-1)]).toEqual(["none", "request.too_many"]);
  for (let i = 0; i < 16; i++) outcomes.push(await refusalOf(ask(`${i}@y.example`, strict)));
  expect(outcomes.at(-1)).toBe("request.too_many");
});
