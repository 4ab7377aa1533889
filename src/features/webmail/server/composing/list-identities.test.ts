import { expect, test } from "bun:test";
import { addAlias } from "~/features/users/server/aliases/add-alias";
import { updateAlias } from "~/features/users/server/aliases/update-alias";
import { addGroupMember } from "~/features/users/server/groups/add-group-member";
import { createGroup } from "~/features/users/server/groups/create-group";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { listIdentities } from "./list-identities";

const { services } = await testServices();
const { member, domainId, people } = await testMailboxes(services, "acme.test", ["ana", "bea"]);
const { ana, bea } = people;
/** Without the addresses that a domain must have, which its first mailbox got. */
const identities = async ({ ctx }: typeof ana) =>
  (await ctx.tx((tx) => listIdentities(tx, ctx)))
    .map(({ email, kind }) => `${kind} ${email}`)
    .filter((identity) => !/ (?:abuse|postmaster)@/.test(identity));

test("one may write as oneself, and as one's aliases while they are on", async () => {
  const alias = await addAlias(member, {
    ...{ userId: ana.userId, domainId, localPart: "anna", note: "" },
    isEnabled: true,
  });
  expect(await identities(ana)).toEqual(["own ana@acme.test", "alias anna@acme.test"]);
  expect(await identities(bea)).toEqual(["own bea@acme.test"]);
  await updateAlias(member, { aliasId: alias.id, isEnabled: false });
  expect(await identities(ana)).toEqual(["own ana@acme.test"]);
});

test("one may write as a group when one is named there, not because one belongs to it", async () => {
  const { id: groupId } = await createGroup(member, {
    ...{ domainId, localPart: "info", name: "Info", note: "", posting: "anyone", isModerated: false },
  });
  const own = { groupId, receives: true };
  await addGroupMember(member, { ...own, email: bea.address, mayPost: false });
  await addGroupMember(member, { ...own, email: ana.address, mayPost: true });
  expect(await identities(ana)).toEqual(["own ana@acme.test", "group info@acme.test"]);
  expect(await identities(bea)).toEqual(["own bea@acme.test"]);
});
