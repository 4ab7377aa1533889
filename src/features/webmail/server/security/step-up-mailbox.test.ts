import { expect, test } from "bun:test";
import { password } from "~/features/users/server/testing-users";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { requireFresh } from "./require-fresh";
import { stepUpMailbox } from "./step-up-mailbox";
import { asMailbox, withMailTotp } from "./testing-mail-security";

let clock = Date.now();
const world = await testServices();
const services = { ...world.services, now: () => new Date(clock) };
const { member, people } = await testMailboxes(services, "prove.test", ["ana"]);
const { browser } = people.ana;
const prove = (given: { password: string; code?: string }) =>
  refusalOf(asMailbox(browser, (ctx) => stepUpMailbox(ctx, given)));
const isFresh = () => refusalOf(asMailbox(browser, requireFresh));

test("ten minutes after signing in what is dangerous asks again; the password is the answer", async () => {
  expect(await isFresh()).toBe("none");
  clock += 601_000;
  expect(await isFresh()).toBe("auth.reauth_required");
  expect(await prove({ password: "wrong" })).toBe("auth.wrong_credentials");
  expect(await isFresh()).toBe("auth.reauth_required");
  expect(await prove({ password })).toBe("none");
  expect(await isFresh()).toBe("none");
  expect(await auditedActions(services, member.tenantId)).toContain("session.step_up");
});

test("with a second factor the password is not enough", async () => {
  const { recoveryCodes } = await withMailTotp(browser);
  expect(await prove({ password })).toBe("auth.second_factor_wrong");
  expect(await prove({ password, code: recoveryCodes[0]!.replace("-", "") })).toBe("none");
});
