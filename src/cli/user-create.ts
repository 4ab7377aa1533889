import { applyMailUser } from "../features/users/server/apply-mail-user";
import { createUser } from "../features/users/server/create-user";
import { CreateUser } from "../features/users/schema";
import { findDomain } from "./find-domain";
import { readPassword, required, runScript, UsageError } from "./script";

const gibibyte = 1024 ** 3;

await runScript({
  help: `
Usage: bun run user:create --address ADDRESS [--name NAME] [--quota-gib NUMBER] [--password-stdin] [--json]

Creates a mailbox user on an active domain and makes the mail engine agree. The quota is 5 GiB unless told otherwise. Without
--password-stdin a password is made up and printed once.
Exit status: 0 created, 1 refused, 2 wrongly called.`,
  options: {
    address: { type: "string" },
    name: { type: "string" },
    "quota-gib": { type: "string" },
    "password-stdin": { type: "boolean" },
  },
  async run({ services, values, print }) {
    const address = required(values, "address").toLowerCase();
    const at = address.lastIndexOf("@");
    if (at < 1) throw new UsageError("--address must be a whole address, such as ana@example.org");
    const { password, isNew } = await readPassword(values);
    const { ctx, domainId } = await findDomain(services, "user:create", address.slice(at + 1));
    const input = CreateUser.safeParse({
      ...{ domainId, localPart: address.slice(0, at), displayName: values.name ?? "", password },
      quotaBytes: Math.round(Number(values["quota-gib"] ?? 5) * gibibyte),
    });
    if (!input.success)
      throw new UsageError(input.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
    const user = await createUser(ctx, input.data);
    await applyMailUser(ctx, { userId: user.id });
    print(`${user.address} is ready.${isNew ? ` Password: ${password}` : ""}`, {
      id: user.id,
      address,
      ...(isNew ? { password } : {}),
    });
    return 0;
  },
});
