import { createTenant } from "../features/auth/server/create-tenant";
import { SignUp } from "../features/auth/schema";
import { readPassword, required, runScript, UsageError } from "./script";

await runScript({
  help: `
Usage: bun run tenant:create --company NAME --email ADDRESS [--password-stdin] [--json]

Makes a tenant with its owner, as sign-up does. Without --password-stdin a password is made up and printed once.
Exit status: 0 made, 1 refused, 2 wrongly called.`,
  options: { company: { type: "string" }, email: { type: "string" }, "password-stdin": { type: "boolean" } },
  async run({ services, values, print }) {
    const { password, isNew } = await readPassword(values);
    const input = SignUp.safeParse({
      company: required(values, "company"),
      email: required(values, "email"),
      password,
    });
    if (!input.success)
      throw new UsageError(input.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
    const { tenantId } = await createTenant(services, "tenant:create", input.data);
    const secret = isNew ? { password } : {};
    print(`Tenant ${tenantId} is made; ${input.data.email} owns it.${isNew ? ` Password: ${password}` : ""}`, {
      tenantId,
      ...secret,
    });
    return 0;
  },
});
