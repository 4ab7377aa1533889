import { testBrowser } from "~/server/testing-browser";
import type { Database } from "../../../../db/client";
import type { Services } from "~/server/services";
import { confirmEmail } from "./confirm-email";
import { signUp } from "./sign-up";
import { mailedToken } from "./testing-mailed";

export const chosenPassword = "a long walk at dusk";

/** A person with a tenant, signed in to a browser, whose address is confirmed. */
export async function confirmedPerson(services: Services, owner: Database, company = "Acme") {
  const email = `${Bun.randomUUIDv7()}@people.example`;
  const browser = testBrowser(services);
  const me = await browser.visit((ctx) => signUp(ctx, { company, email, password: chosenPassword }));
  const token = await mailedToken(services, owner, email, "confirm_email");
  await browser.visit((ctx) => confirmEmail(ctx, { token }));
  return { email, browser, me };
}
