import { expect, test } from "bun:test";
import { mailedTo, mailedToken } from "~/features/auth/server/testing-mailed";
import { proposeRecovery } from "~/features/users/server/access/propose-recovery";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { confirmRecovery } from "./confirm-recovery";
import { getMailSecurity } from "./get-mail-security";
import { asMailbox } from "./testing-mail-security";

const { services, owner } = await testServices();
const { member, people } = await testMailboxes(services, "confirm.test", ["ana", "bea"]);
const tokenFor = async (email: string) => {
  await proposeRecovery(member, { userId: people.ana.userId, email });
  return mailedToken(services, owner, email, "mailbox_recovery");
};
const confirm = (who: "ana" | "bea", token: string) =>
  asMailbox(people[who].browser, (ctx) => confirmRecovery(ctx, { token }));

test("an address counts once its link was opened by who is signed in to the mailbox, and by nobody else", async () => {
  const token = await tokenFor("ana@private.example");
  expect(await refusalOf(confirm("bea", token))).toBe("auth.link_invalid");
  await confirm("ana", token);
  expect(await refusalOf(confirm("ana", token))).toBe("auth.link_invalid");
  const known = await asMailbox(people.ana.browser, getMailSecurity);
  expect(known).toMatchObject({ recoveryEmail: "ana@private.example", recoveryAsked: null });
  expect(await auditedActions(services, member.tenantId)).toContain("access.confirm_recovery");
});

test("the address before it hears that it is no longer used", async () => {
  await confirm("ana", await tokenFor("ana@other.example"));
  const kinds = (await mailedTo(services, owner, "ana@private.example")).map(({ kind }) => kind);
  expect(kinds).toEqual(["mailbox_recovery", "mailbox_changed"]);
});
