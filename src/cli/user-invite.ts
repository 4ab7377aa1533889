import { inviteUser } from "../features/users/server/access/invite-user";
import { sendReset } from "../features/users/server/access/send-reset";
import { findUser } from "./find-user";
import { runScript } from "./script";

await runScript({
  help: `
Usage: bun run user:invite ADDRESS [--json]

Prints a link by which a mailbox user chooses a password: the first one, or a new one. It is good once; one that was made before is good no more.
Exit status: 0 printed, 1 refused, 2 wrongly called.`,
  words: 1,
  async run({ services, positionals: [word], print }) {
    const { ctx, userId, address } = await findUser(services, "user:invite", word);
    const { link, expiresAt } = await inviteUser(ctx, { userId }).catch((error: unknown) => {
      if ((error as { key?: string }).key !== "user.has_password") throw error;
      return sendReset(ctx, { userId, toRecovery: false });
    });
    print(`${address} chooses a password here, until ${expiresAt}:\n${link}`, { userId, address, link, expiresAt });
    return 0;
  },
});
