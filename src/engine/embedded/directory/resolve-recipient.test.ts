import { afterEach, beforeEach, expect, test } from "bun:test";
import { openTestDirectory } from "./testing";

let office: ReturnType<typeof openTestDirectory>;
let domainId: string;
let ana: string;
beforeEach(async () => {
  office = openTestDirectory();
  domainId = (
    await office.create("Domain", {
      name: "acme.test",
      aliases: { "acme.com": true },
      dkimManagement: { "@type": "Manual" },
    })
  ).id;
  ana = (
    await office.createUser("ana", domainId, {
      aliases: { "0": { name: "info", domainId }, "1": { name: "old", domainId, enabled: false } },
    })
  ).id;
});
afterEach(() => office.directory.close());

const resolve = (address: string) => office.directory.resolveRecipient(address);
const local = (...accountIds: string[]) => ({ kind: "local", accountIds, forwardTo: [] });

test("mail for an address, its alias, its alias domain and its tags reaches the account", () => {
  for (const address of [
    "ana@acme.test",
    "ANA@Acme.Test",
    "info@acme.test",
    "ana@acme.com",
    "ana+news@acme.test",
    "info+x+y@acme.com",
  ])
    expect(resolve(address)).toEqual(local(ana) as never);
});

test("a disabled alias and an address that nobody has are unknown, other domains are not ours", () => {
  for (const address of ["old@acme.test", "who@acme.test", "+ana@acme.test"])
    expect(resolve(address)).toEqual({ kind: "unknown" });
  for (const address of ["ana@ext.test", "ana", "@acme.test", "ana@"])
    expect(resolve(address)).toEqual({ kind: "remote" });
});

test("a catch-all takes what nobody has, and tags can be switched off", async () => {
  await office.call("x:Domain/set", { update: { [domainId]: { catchAllAddress: "ana@acme.test" } } });
  expect(resolve("who@acme.test")).toEqual(local(ana) as never);
  await office.call("x:Domain/set", {
    update: { [domainId]: { catchAllAddress: null, subAddressing: { "@type": "Disabled" } } },
  });
  expect(resolve("ana+news@acme.test")).toEqual({ kind: "unknown" });
  await office.call("x:Domain/set", { update: { [domainId]: { catchAllAddress: "nobody@acme.test" } } });
  expect(resolve("who@acme.test")).toEqual({ kind: "unknown" });
});

test("a list reaches each member once, also through other lists and in a circle, and names members elsewhere", async () => {
  const bo = await office.createUser("bo", domainId);
  const group = await office.create("Account", { "@type": "Group", name: "staff", domainId });
  await office.create("MailingList", {
    name: "all",
    domainId,
    recipients: { "team@acme.test": true, "ana@acme.test": true, "staff@acme.test": true },
  });
  const { id } = await office.create("MailingList", {
    name: "team",
    domainId,
    recipients: { "bo@acme.test": true, "all@acme.test": true, "x@ext.test": true, "who@acme.test": true },
  });
  expect(resolve("all@acme.test")).toEqual({
    kind: "local",
    accountIds: [bo.id, ana, group.id],
    forwardTo: ["x@ext.test"],
  });
  await office.call("x:MailingList/set", {
    update: { [id]: { "recipients/x@ext.test": false, "recipients/cy@ext.test": true } },
  });
  expect(resolve("team@acme.test")).toMatchObject({ forwardTo: ["cy@ext.test"] });
});

test("members see their groups, and a group receives but sends nobody in", async () => {
  const group = await office.create("Account", { "@type": "Group", name: "staff", domainId, description: "Staff" });
  await office.call("x:Account/set", { update: { [ana]: { [`memberGroupIds/${group.id}`]: true } } });
  expect(office.directory.groupsOf(ana)).toEqual([
    expect.objectContaining({ accountId: group.id, displayName: "Staff" }),
  ]);
  expect(resolve("staff@acme.test")).toEqual(local(group.id) as never);
  const header = `Basic ${Buffer.from("staff@acme.test:").toString("base64")}`;
  expect(await office.directory.authenticateHeader(header, "127.0.0.1")).toBe("invalid");
});
