import { type Context, type MemberCtx, memberContext } from "~/server/context";
import type { Services } from "~/server/services";
import { testBrowser } from "~/server/testing-browser";
import { sealCookie } from "./sealed-cookie";
import { signUpVouched } from "./sign-up-vouched";
import { type Newcomer, newcomerCookie } from "./visit-cookie";

/** A browser that has just brought a newcomer back from a provider. */
export async function newcomerBrowser(services: Services, of: Partial<Newcomer> = {}) {
  const id = Bun.randomUUIDv7();
  const newcomer: Newcomer = {
    ...{ provider: "oidc", subject: `https://id.example.org ${id}`, email: `${id}@people.example` },
    ...{ isEmailProven: true, name: "Ana", ...of },
  };
  const browser = testBrowser(services);
  await browser.visit((ctx) => sealCookie(ctx, newcomerCookie, newcomer));
  const fromAnywhere = (ctx: Context): Context => ({ ...ctx, rateLimit: async () => {} });
  return {
    ...{ browser, newcomer },
    signUp: (input: { company: string; email?: string } = { company: "Acme" }) =>
      browser.visit((ctx) => signUpVouched(fromAnywhere(ctx), input)),
    as: <T>(work: (ctx: MemberCtx) => Promise<T>) => browser.visit((ctx) => work(memberContext(ctx))),
  };
}
