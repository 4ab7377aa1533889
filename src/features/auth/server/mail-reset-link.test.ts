import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { auditedActions, testServices } from "~/server/testing";
import { notices, people } from "../../../../db/schema";
import { mailResetLink } from "./mail-reset-link";
import { mailedTo } from "./testing-mailed";
import { confirmedPerson } from "./testing-signed-up";

const { services, owner } = await testServices();

test("a link for a new password goes to the confirmed address, in the person's language, and the tenant's log says so", async () => {
  const { email, me } = await confirmedPerson(services, owner);
  const [person] = await owner.update(people).set({ locale: "de" }).where(eq(people.email, email)).returning();
  await mailResetLink(services, { personId: person!.id });
  const mail = (await mailedTo(services, owner, email)).at(-1)!;
  expect(mail).toMatchObject({ kind: "reset_password", subject: "Wählen Sie ein neues Passwort" });
  expect(mail.text).toContain(`/reset#${mail.token}`);
  expect(await auditedActions(services, me.tenant.id)).toContain("auth.request_reset");
});

test("for nobody nothing is mailed", async () => {
  const before = (await owner.select().from(notices)).length;
  await mailResetLink(services, { personId: Bun.randomUUIDv7() });
  expect((await owner.select().from(notices)).length).toBe(before);
});
