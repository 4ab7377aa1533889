import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { aliases, groups, mailUsers } from "../../../../db/schema";
import { orAddressTaken } from "./address-taken";
import { appliedUser, tenantWithDomain } from "./testing-users";

const { services, owner: db } = await testServices();
const { ctx, domainId } = await tenantWithDomain(services, "acme.test");
const { tenantId } = ctx;
const ana = await appliedUser(services, ctx, domainId, "ana");
const at = (name: string) => ({ tenantId, domainId, address: `${name}@acme.test` });
await db.insert(aliases).values({ ...at("sales"), mailUserId: ana.id });
await db.insert(groups).values(at("team"));
const person = { passwordHash: "-", quotaBytes: 1 };

test.each(["ana", "sales", "team"])(
  "%s@ is nobody else's: neither a user's, an alias's nor a group's",
  async (name) => {
    const asUser = db.insert(mailUsers).values({ ...at(name), ...person, localPart: name });
    expect(await refusalOf(orAddressTaken(asUser))).toBe("user.address_taken");
    const asAlias = db.insert(aliases).values({ ...at(name), mailUserId: ana.id });
    expect(await refusalOf(orAddressTaken(asAlias))).toBe("user.address_taken");
    expect(await refusalOf(orAddressTaken(db.insert(groups).values(at(name))))).toBe("user.address_taken");
  },
);

test("the field that the address was typed into is named", async () => {
  const taken = orAddressTaken(db.insert(groups).values(at("ana")).execute(), "address");
  await expect(taken).rejects.toMatchObject({
    details: { issues: [{ path: "address", message: "users.issue_address_taken" }] },
  });
});

test("another failure stays what it is", async () => {
  const failing = Promise.reject(new Error("something else"));
  await expect(orAddressTaken(failing)).rejects.toThrow("something else");
});
