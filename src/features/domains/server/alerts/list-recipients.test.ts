import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { people } from "../../../../../db/schema";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { joinTenant, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { AlertRecipients } from "../../schema/alerts";
import { addDomain } from "../add-domain";
import { confirmAlertAddress } from "./confirm-alert-address";
import { listRecipients } from "./list-recipients";
import { setAlertAddress } from "./set-alert-address";

const { services: strict, owner } = await testServices();
const services = { ...strict, rateLimit: async () => {} };
const newAddress = () => `${Bun.randomUUIDv7()}@elsewhere.example`;
const kind = "confirm_alert_address";
const open = (token: string, at = services) =>
  testBrowser(at).visit((context) => confirmAlertAddress(context, { token }));

test("it is said whether anybody would hear of trouble with every domain, and who would not", async () => {
  const { ctx } = await testMember(services);
  const { id: mine } = await addDomain(ctx, { name: "heard.test" });
  await addDomain(ctx, { name: "unheard.test" });
  const { ctx: held } = await joinTenant(services, ctx.tenantId, "domain_admin", [mine]);
  const told = await listRecipients(ctx);
  expect(AlertRecipients.parse(told)).toEqual(told);
  expect(told).toMatchObject({ isAnybodyTold: true, hasDomains: true, address: null });
  expect(told.members).toContainEqual({
    ...{ email: held.actor.email, isConfirmed: true, isInside: false, isHeld: true },
  });
  const inside = { email: `${Bun.randomUUIDv7()}@heard.test` };
  await owner.update(people).set(inside).where(eq(people.id, ctx.actor.personId));
  expect(await listRecipients(ctx)).toMatchObject({ isAnybodyTold: false });
  const email = newAddress();
  await setAlertAddress(ctx, { email });
  expect(await listRecipients(ctx)).toMatchObject({ isAnybodyTold: false });
  await open(await mailedToken(services, owner, email, kind));
  expect(await listRecipients(ctx)).toMatchObject({ isAnybodyTold: true });
});
