import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { passkeys } from "../../../../../db/schema";
import { renamePasskey } from "./rename-passkey";
import { withPasskey } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services, owner } = await testServices();

test("a passkey gets another name from its own person only", async () => {
  const [ana, eve] = [await testPerson(services), await testPerson(services)];
  const { authenticator } = await withPasskey(ana.as);
  const find = async () => (await owner.select().from(passkeys).where(eq(passkeys.credentialId, authenticator.id)))[0]!;
  const { id: passkeyId } = await find();
  expect(await refusalOf(eve.as((ctx) => renamePasskey(ctx, { passkeyId, name: "Mine" })))).toBe("passkey.not_found");
  await ana.as((ctx) => renamePasskey(ctx, { passkeyId, name: "Laptop" }));
  expect((await find()).name).toBe("Laptop");
  expect(await auditedActions(services, ana.tenantId)).toContain("auth.passkey_rename");
});
