import { testBrowser } from "~/server/testing-browser";
import type { Services } from "~/server/services";
import { type MemberCtx, memberContext } from "~/server/context";
import { createTenant } from "../create-tenant";
import { signIn } from "../sign-in";

export const password = "a long walk at dusk";

/** From a network of its own, so that tests do not use up each other's attempts. */
export const fromAnywhere = <C extends { ip: string }>(ctx: C): C => ({
  ...ctx,
  ip: `198.51.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
});

/** A person with a tenant of their own and a confirmed address, signed in by password in a browser of their own. */
export async function testPerson(services: Services) {
  const email = `p-${Bun.randomUUIDv7()}@people.example`;
  const { tenantId } = await createTenant(services, "test", { company: "Lakeside", email, password });
  const browser = testBrowser(services);
  await browser.visit((ctx) => signIn(fromAnywhere(ctx), { email, password }));
  return { email, tenantId, browser, as: <T>(work: (ctx: MemberCtx) => Promise<T>) => asMember(browser, work) };
}

/** One request of a signed-in browser, as a procedure for members would get it. */
export const asMember = <T>(browser: ReturnType<typeof testBrowser>, work: (ctx: MemberCtx) => Promise<T>) =>
  browser.visit((context) => work(memberContext(context)));
