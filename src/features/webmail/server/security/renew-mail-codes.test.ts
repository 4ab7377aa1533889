import { expect, test } from "bun:test";
import { refusalOf, testServices } from "~/server/testing";
import { testMailboxes } from "../testing-webmail";
import { renewMailCodes } from "./renew-mail-codes";
import { stepUpMailbox } from "./step-up-mailbox";
import { asMailbox, withMailTotp } from "./testing-mail-security";
import { password } from "~/features/users/server/testing-users";

const { services } = await testServices();
const { people } = await testMailboxes(services, "renew.test", ["ana"]);
const { browser } = people.ana;

test("new recovery codes take the place of the old ones; without a second factor there are none", async () => {
  expect(await refusalOf(asMailbox(browser, renewMailCodes))).toBe("auth.no_second_factor");
  const old = await withMailTotp(browser);
  const { recoveryCodes } = await asMailbox(browser, renewMailCodes);
  const prove = (code: string) =>
    refusalOf(asMailbox(browser, (ctx) => stepUpMailbox(ctx, { password, code: code.replace("-", "") })));
  expect(recoveryCodes).toHaveLength(10);
  expect(await prove(old.recoveryCodes[0]!)).toBe("auth.second_factor_wrong");
  expect(await prove(recoveryCodes[0]!)).toBe("none");
});
