import { expect, test } from "bun:test";
import { testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { getMailSecurity } from "./get-mail-security";
import { asMailbox, withRecovery } from "./testing-mail-security";

const { services, owner } = await testServices();
const { people } = await testMailboxes(services, "own.test", ["ana", "bea"]);

test("one sees how one gets in oneself, and nothing of anybody else", async () => {
  await withRecovery(owner, people.bea.userId, "bea@private.example");
  const known = await asMailbox(people.ana.browser, getMailSecurity);
  expect(known).toMatchObject({ address: "ana@own.test", hasTotp: false, recoveryCodesLeft: 0, recoveryEmail: null });
  expect(known.passwordSetAt).not.toBeNull();
  expect(JSON.stringify(known)).not.toContain("bea");
});
