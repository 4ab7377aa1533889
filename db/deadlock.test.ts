import { expect, test } from "bun:test";
import { eq, inArray } from "drizzle-orm";
import { tenants } from "./schema";
import { testDatabase } from "./testing";
import { inScope } from "./transaction";

const { db, owner } = await testDatabase();
const [a, b] = await owner
  .insert(tenants)
  .values([{ name: "a" }, { name: "b" }])
  .returning();
const ids = [a!.id, b!.id];

test("two transactions that wait for each other are both done, one of them twice", async () => {
  let begun = 0;
  const take = (first: string, second: string) =>
    inScope(owner, { tenantId: first }, async (tx) => {
      begun++;
      await tx
        .update(tenants)
        .set({ name: `${first} by first` })
        .where(eq(tenants.id, first));
      await Bun.sleep(begun <= 2 ? 100 : 0);
      await tx
        .update(tenants)
        .set({ name: `${first} by second` })
        .where(eq(tenants.id, second));
    });
  await Promise.all([take(a!.id, b!.id), take(b!.id, a!.id)]);
  expect(begun).toBe(3);
  const rows = await owner.select().from(tenants).where(inArray(tenants.id, ids));
  expect(new Set(rows.map(({ name }) => name.includes(" by ")))).toEqual(new Set([true]));
});

test("any other failure is passed on at once", async () => {
  let begun = 0;
  const failing = inScope(db, { tenantId: a!.id }, async () => {
    begun++;
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(begun).toBe(1);
});
