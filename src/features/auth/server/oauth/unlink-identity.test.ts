import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { identities, notices, people } from "../../../../../db/schema";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { newcomerBrowser } from "./testing-newcomer";
import { unlinkIdentity } from "./unlink-identity";

const { services, owner } = await testServices();

/** A person with `count` ways in by providers, and a password or none. */
async function person(count: number, passwordHash: string | null) {
  const visitor = await newcomerBrowser(services);
  const { tenant } = await visitor.signUp();
  const { email } = visitor.newcomer;
  const [row] = await owner.update(people).set({ passwordHash }).where(eq(people.email, email!)).returning();
  for (let i = 1; i < count; i++)
    await owner.insert(identities).values({
      ...{ personId: row!.id, subject: `https://other.example ${Bun.randomUUIDv7()}`, provider: "github", email: "" },
    });
  const ways = await owner.select().from(identities).where(eq(identities.personId, row!.id));
  const unlink = (identityId: string) => refusalOf(visitor.as((ctx) => unlinkIdentity(ctx, { identityId })));
  return { tenantId: tenant.id, email, ids: ways.map(({ id }) => id), unlink };
}

test("a way in is taken away, written down and told by mail", async () => {
  const { ids, unlink, tenantId, email } = await person(1, "a hash");
  expect(await unlink(ids[0]!)).toBe("none");
  expect(await auditedActions(services, tenantId)).toContain("identity.unlink");
  const told = await owner.select({ kind: notices.kind }).from(notices).where(eq(notices.recipient, email!));
  expect(told).toEqual([{ kind: "second_factor_changed" }]);
  expect(await unlink(ids[0]!)).toBe("identity.not_found");
});

test("the last way in stays, also when the last two are taken away at once", async () => {
  const { ids, unlink } = await person(2, null);
  expect((await Promise.all(ids.map(unlink))).toSorted()).toEqual(["auth.last_way_in", "none"]);
});

test("another person's way in is not found", async () => {
  const [one, other] = [await person(1, "a hash"), await person(1, "a hash")];
  expect(await one.unlink(other.ids[0]!)).toBe("identity.not_found");
  expect(await one.unlink(Bun.randomUUIDv7())).toBe("identity.not_found");
});
