import { expect, test } from "bun:test";
import { auditedActions, testServices } from "~/server/testing";
import { testBrowser } from "~/server/testing-browser";
import { auditLogs, users } from "../../../../db/schema";
import { createTenant } from "./create-tenant";
import { signIn } from "./sign-in";

const { services, owner } = await testServices();
const form = { company: "Acme", email: "ana@acme.example", password: "a long walk at dusk" };

test("an operator makes a tenant whose owner can sign in, and the log says which script did it", async () => {
  const ctx = await createTenant(services, "tenant:create", form);
  const me = await testBrowser(services).visit((as) => signIn(as, form));
  expect(me).toMatchObject({
    step: "signed_in",
    me: { tenant: { id: ctx.tenantId, name: "Acme" }, member: { role: "owner" } },
  });
  expect(await auditedActions(services, ctx.tenantId)).toContain("auth.sign_up");
  const rows = await owner.select().from(auditLogs);
  expect(rows[0]?.actor).toBe("script:tenant:create");
});

test("an address that is taken and an easy password are refused, and nothing is left behind", async () => {
  const refusal = (input: typeof form) =>
    createTenant(services, "tenant:create", input).then(
      () => "made",
      (error: { key: string }) => error.key,
    );
  expect(await refusal(form)).toBe("auth.email_taken");
  expect(await refusal({ ...form, email: "b@acme.example", password: "password123" })).toBe("auth.weak_password");
  expect((await owner.select().from(users)).length).toBe(1);
});
