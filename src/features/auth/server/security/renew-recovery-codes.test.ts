import { expect, test } from "bun:test";
import { auditedActions, refusalOf, testServices } from "~/server/testing";
import { inScope } from "../../../../../db/transaction";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { takeCode } from "./take-code";
import { withTotp } from "./testing-factors";
import { testPerson } from "./testing-person";

const { services } = await testServices();

test("new recovery codes take the place of the old ones", async () => {
  const { as, tenantId } = await testPerson(services);
  const { personId: id } = await as(async (ctx) => ctx.actor);
  const { recoveryCodes: old } = await withTotp(as);
  const { recoveryCodes } = await as(renewRecoveryCodes);
  const take = (code: string) =>
    inScope(services.db, { personId: id }, (tx) =>
      takeCode(tx, services, { id, sealedTotpSecret: null }, code.replace("-", "")),
    );
  expect(recoveryCodes.filter((code) => old.includes(code))).toEqual([]);
  expect(await take(old[0]!)).toBeNull();
  expect(await take(recoveryCodes[0]!)).toBe("recovery_code");
  expect(await auditedActions(services, tenantId)).toContain("auth.recovery_codes_renew");
});

test("whoever has no second factor needs no codes for one", async () => {
  const { as } = await testPerson(services);
  expect(await refusalOf(as(renewRecoveryCodes))).toBe("auth.no_second_factor");
});
