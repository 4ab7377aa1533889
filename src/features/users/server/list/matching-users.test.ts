import { expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { aliases, mailUsers } from "../../../../../db/schema";
import { activeDomain } from "~/features/domains/server/testing-domains";
import { systemContext } from "~/server/context";
import { testServices } from "~/server/testing";
import { ListUsers } from "../../schema";
import { SortOrder, UserSort } from "../../schema/user-filter";
import { listUsers } from "../list-users";
import { gigabyte, tenantWithDomain } from "../testing-users";

const { services, owner } = await testServices();
const { ctx: big, domainId: home } = await tenantWithDomain(services, "orders.test");
const { id: second } = await activeDomain(services, big, "orders-two.test");
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day);
const someone = (localPart: string, more: object = {}) => ({
  ...{ tenantId: big.tenantId, domainId: home, localPart, address: `${localPart}@orders.test`, displayName: "" },
  ...{ passwordHash: "-", passwordSetAt: at(300), quotaBytes: gigabyte, usedBytes: 0, createdAt: at(300) },
  ...{ revision: 1, appliedRevision: 1, lastSignInAt: at(1) },
  ...more,
});
const rows = [
  someone("ana", { displayName: "Zoë", usedBytes: Math.floor(gigabyte * 0.85), createdAt: at(3) }),
  someone("ben", {
    displayName: "anton",
    usedBytes: Math.ceil(gigabyte * 1.2),
    createdAt: at(200),
    lastSignInAt: at(100),
  }),
  someone("cleo", { displayName: "Émile", createdAt: at(5), lastSignInAt: null, passwordSetAt: null }),
  someone("dora", { state: "suspended", maySend: false, lastSignInAt: null }),
  someone("emil", { state: "suspended", maySignIn: false, mayReceive: false, recoveryConfirmedAt: at(1) }),
  someone("fay", { revision: 2, applyError: "refused", sendingPausedAt: at(1) }),
  someone("gil", { revision: 2, domainId: second, address: "gil@orders-two.test" }),
  someone("hal", { state: "deleted", deletedAt: at(2) }),
  someone("ivy", { state: "deleted", deletedAt: at(1) }),
];
for (const row of rows) await owner.insert(mailUsers).values(row);
const ask = (input: object) => listUsers(big, ListUsers.parse(input));
const names = async (input: object) => (await ask(input)).users.map(({ address }) => address.split("@")[0]);

test.each([
  [{ sort: "address" }, "ana ben cleo dora emil fay gil"],
  [{ sort: "address", order: "desc" }, "gil fay emil dora cleo ben ana"],
  [{ sort: "name", search: "orders.test", is: ["active"] }, "fay ben ana cleo"],
  [{ sort: "usage", is: ["nearly_full"] }, "ben ana"],
  [{ sort: "sign_in", order: "asc", inactiveDays: 90 }, "dora ben"],
  [{ is: ["suspended"], sort: "address" }, "dora emil"],
  [{ is: ["no_sign_in"] }, "emil"],
  [{ is: ["no_send"] }, "dora"],
  [{ is: ["no_receive"] }, "emil"],
  [{ is: ["invited"] }, "cleo"],
  [{ is: ["paused"] }, "fay"],
  [{ is: ["pending"] }, "gil"],
  [{ is: ["failed"] }, "fay"],
  [{ is: ["over_quota"] }, "ben"],
  [{ is: ["no_recovery", "suspended"] }, "dora"],
  [{ is: ["deleted"] }, "ivy hal"],
  [{ domainId: home, is: ["pending"] }, ""],
])("%p shows %s", async (input, expected) => {
  expect((await names(input)).join(" ")).toBe(expected);
  expect((await ask(input)).matching).toEqual({ count: expected.split(" ").filter(Boolean).length, isMore: false });
});

test.each(UserSort.options.flatMap((sort) => SortOrder.options.map((order) => [sort, order] as const)))(
  "by %s, %s, paging shows everybody once, and says on each page how many there are",
  async (sort, order) => {
    const whole = await names({ sort, order, limit: 100 });
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await ask({ sort, order, after, limit: 2 });
      expect(page.matching).toEqual({ count: 7, isMore: false });
      seen.push(...page.users.map(({ address }) => address.split("@")[0]!));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual(whole as string[]);
    expect(seen.toSorted().join(" ")).toBe("ana ben cleo dora emil fay gil");
  },
);

test("somebody is found by an alias", async () => {
  const [ben] = (await ask({ search: "ben@" })).users;
  const alias = { tenantId: big.tenantId, domainId: home, mailUserId: ben!.id, address: "sales@orders.test" };
  await owner.insert(aliases).values(alias);
  expect(await names({ search: "SALES" })).toEqual(["ben"]);
});

test("seats and numbers follow everything that happens to users", async () => {
  const seats = async () => [(await ask({})).seats.used, (await ask({ domainId: second })).matching.count];
  expect(await seats()).toEqual([7, 1]);
  const [gil] = (await ask({ domainId: second })).users;
  await owner
    .update(mailUsers)
    .set({ state: "deleted", deletedAt: at(0) })
    .where(eq(mailUsers.id, gil!.id));
  expect(await seats()).toEqual([6, 0]);
  await owner
    .update(mailUsers)
    .set({ state: "active", deletedAt: null, domainId: home })
    .where(eq(mailUsers.id, gil!.id));
  expect(await seats()).toEqual([7, 0]);
  await owner.update(mailUsers).set({ domainId: second }).where(eq(mailUsers.id, gil!.id));
  expect(await seats()).toEqual([7, 1]);
  await owner.delete(mailUsers).where(eq(mailUsers.id, gil!.id));
  expect(await seats()).toEqual([6, 0]);
});

test("a page costs one question to the database, however many users are on it", async () => {
  const asked: string[] = [];
  const db = new Proxy(services.db, {
    get: (target, name) =>
      name === "transaction"
        ? (work: (tx: never) => Promise<unknown>) =>
            target.transaction((tx) => {
              const { session } = tx as unknown as { session: { prepareQuery: (...given: never[]) => unknown } };
              const { prepareQuery } = session;
              session.prepareQuery = (...given) => (
                asked.push(JSON.stringify(given[0])),
                prepareQuery.apply(session, given)
              );
              return work(tx as never);
            })
        : (Reflect.get(target, name) as unknown),
  });
  const by = systemContext({ ...services, db } as typeof services, { script: "test" }, big.tenantId);
  await listUsers(by, ListUsers.parse({ search: "orders", is: ["active"] }));
  expect(asked).toHaveLength(1);
});
