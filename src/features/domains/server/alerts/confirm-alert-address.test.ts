import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { tenants } from "../../../../../db/schema";
import { mailedToken } from "~/features/auth/server/testing-mailed";
import { auditedActions, refusalOf, testMember, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
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

test("an address hears of trouble once its reader has opened the link, which works once; the log says both", async () => {
  const { ctx } = await testMember(services);
  const email = newAddress();
  const asked = await setAlertAddress(ctx, { email });
  expect(asked.address).toEqual({ email, isConfirmed: false, isInside: false });
  const token = await mailedToken(services, owner, email, kind);
  expect(JSON.stringify(await rowOf(ctx.tenantId))).not.toContain(token);
  expect(await open(token)).toEqual({ email, company: "Test" });
  expect((await listRecipients(ctx)).address?.isConfirmed).toBe(true);
  expect(await refusalOf(open(token))).toBe("auth.link_invalid");
  expect(await auditedActions(services, ctx.tenantId)).toEqual([
    ...["tenant.set_alert_address", "tenant.confirm_alert_address"],
  ]);
});

test("of several who open the link at once one confirms, and after 48 hours or with another hour in it it is worth nothing", async () => {
  const { ctx } = await testMember(services);
  const email = newAddress();
  await setAlertAddress(ctx, { email });
  const token = await mailedToken(services, owner, email, kind);
  const later = { ...services, now: () => new Date(Date.now() + 48.1 * 3_600_000) };
  expect(await refusalOf(open(token, later))).toBe("auth.link_invalid");
  const [, madeAt = ""] = token.split(".");
  const younger = token.replace(madeAt, (Number.parseInt(madeAt, 36) + 3_600_000).toString(36));
  expect(await refusalOf(open(younger, later))).toBe("auth.link_invalid");
  const attempts = await Promise.all([1, 2, 3].map(() => refusalOf(open(token))));
  expect(attempts.toSorted()).toEqual(["auth.link_invalid", "auth.link_invalid", "none"]);
});
