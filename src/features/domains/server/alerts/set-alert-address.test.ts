import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { mailedTo, mailedToken } from "~/features/auth/server/testing-mailed";
import { joinTenant, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
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
const rowOf = async (tenantId: string) => (await owner.select().from(tenants).where(eq(tenants.id, tenantId)))[0]!;

test("a new address ends the old one and its link; none takes it away; the same one again is another link", async () => {
  const { ctx } = await testMember(services);
  const [first, second] = [newAddress(), newAddress()];
  await setAlertAddress(ctx, { email: first });
  const old = await mailedToken(services, owner, first, kind);
  await setAlertAddress(ctx, { email: second });
  expect(await refusalOf(open(old))).toBe("auth.link_invalid");
  await setAlertAddress(ctx, { email: second });
  expect((await mailedTo(services, owner, second)).length).toBe(2);
  await open(await mailedToken(services, owner, second, kind));
  await setAlertAddress(ctx, { email: second });
  expect([(await mailedTo(services, owner, second)).length, (await listRecipients(ctx)).address?.isConfirmed]).toEqual([
    ...[2, true],
  ]);
  expect((await setAlertAddress(ctx, { email: null })).address).toBeNull();
  expect((await rowOf(ctx.tenantId)).alertTokenHash).toBeNull();
});

test("an address inside of a domain of the tenant is refused, and one that comes to lie inside later is said to", async () => {
  const { ctx } = await testMember(services);
  await addDomain(ctx, { name: "inside.test" });
  for (const email of ["ana@inside.test", "ana@mail.inside.test"])
    expect(await setAlertAddress(ctx, { email }).catch((error: { details: unknown }) => error.details)).toEqual({
      issues: [{ path: "email", message: "watch.issue_inside" }],
    });
  await setAlertAddress(ctx, { email: "ana@later.test" });
  await addDomain(ctx, { name: "later.test" });
  expect((await listRecipients(ctx)).address).toMatchObject({ isInside: true });
});

test("a tenant that nobody has confirmed yet has no mail sent to strangers", async () => {
  const { ctx } = await testMember(services);
  await owner.update(tenants).set({ confirmedAt: null }).where(eq(tenants.id, ctx.tenantId));
  const email = newAddress();
  expect(await refusalOf(setAlertAddress(ctx, { email }))).toBe("auth.not_confirmed");
  expect(await mailedTo(services, owner, email)).toEqual([]);
});

test("only an owner chooses the address, and only those who administer the tenant see who is told", async () => {
  const { ctx } = await testMember(services);
  const email = newAddress();
  for (const role of ["admin", "viewer"] as const) {
    const { ctx: other } = await joinTenant(services, ctx.tenantId, role);
    expect(await refusalOf(setAlertAddress(other, { email }))).toBe("auth.role_too_low");
    expect(await refusalOf(listRecipients(other))).toBe(role === "admin" ? "none" : "auth.role_too_low");
  }
  expect(await mailedTo(services, owner, email)).toEqual([]);
});
