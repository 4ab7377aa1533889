import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";

const { services } = await testServices();
const { accounts, domains } = services.engine.directory;
await domains.ensure({ name: "many.test", description: "" });
const passwordHash =
  "$argon2id$v=19$m=19456,t=2,p=1$j2/TvnAEG5Rr2rj9v30Eng$jihtHOUh/ZQo2LaX4oLsTniXbF80ZfbbRs5wMe57m7I";
const account = (name: string, ...aliases: string[]) => ({
  ...{ address: `${name}@many.test`, displayName: name, quotaBytes: 1024 ** 3, passwordHash, aliases },
  blocks: [] as const,
});

test("many accounts are made at once, and one that cannot be keeps none of the others back", async () => {
  await accounts.ensure(account("taken"));
  const wanted = [
    ...Array.from({ length: 150 }, (_, at) => account(`u${at}`)),
    account("taken"),
    account("v", "u1@many.test"),
  ];
  const made = await accounts.createMany(wanted);
  expect([made.size, made.has("taken@many.test"), made.has("v@many.test")]).toEqual([150, false, false]);
  expect(await accounts.find("u149@many.test")).toMatchObject({
    accountId: made.get("u149@many.test"),
    displayName: "u149",
  });
});

test("the same ones again are left out, and each of them is still there", async () => {
  const wanted = [account("w", "other@many.test")];
  const first = await accounts.createMany(wanted);
  expect((await accounts.createMany(wanted)).size).toBe(0);
  expect(await accounts.find("w@many.test")).toMatchObject({
    ...{ accountId: first.get("w@many.test"), aliases: ["other@many.test"] },
  });
});

test("accounts of a domain that the engine does not have are refused as a whole", async () => {
  const lost = accounts.createMany([{ ...account("x"), address: "x@nowhere.test" }]);
  expect(await lost.catch((error: { failure: string }) => error.failure)).toBe("notFound");
});
