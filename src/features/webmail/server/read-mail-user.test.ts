import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { mailUsers } from "../../../../db/schema";
import { refusalOf, testServices } from "~/server/testing";
import { createLabel } from "./labels/create-label";
import { setPreferences } from "./preferences/set-preferences";
import { readMailUser } from "./read-mail-user";
import { testMailboxes } from "./testing-webmail";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ctx } = people.ana;

test("one question tells whose mailbox it is, how it shall look and which labels there are, by name", async () => {
  await setPreferences(ctx, { density: "compact" });
  for (const name of ["Work", "Home"]) await createLabel(ctx, { name, colour: "green" });
  const { me, preferences, labels } = await readMailUser(ctx);
  expect(me.address).toBe("ana@acme.test");
  expect(preferences).toMatchObject({ density: "compact", hasPreviews: true });
  expect(labels.map(({ name, colour }) => [name, colour])).toEqual([
    ["Home", "green"],
    ["Work", "green"],
  ]);
  expect((await readMailUser(people.bea.ctx)).labels).toEqual([]);
});

test("nobody's mailbox is nobody's", async () => {
  await owner.delete(mailUsers).where(eq(mailUsers.id, people.bea.userId));
  expect(await refusalOf(readMailUser(people.bea.ctx))).toBe("auth.required");
});
