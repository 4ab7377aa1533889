import { applyMailUser } from "../features/users/server/apply-mail-user";
import type { Ctx } from "../server/context";
import { findUser } from "./find-user";
import { runScript, type Script } from "./script";

type UserAct = {
  /** As in `package.json`. */
  name: string;
  /** What it does, and anything that there is to know. */
  about: string;
  /** Options beside --dry-run and --json, as the usage line names them. */
  usage?: string;
  options?: Script["options"];
  /** What is said when it is done, after the address: "is suspended". */
  done: string;
  run(ctx: Ctx, userId: string, values: Record<string, string | boolean | undefined>): Promise<unknown>;
};

/** A script that does one thing to one mailbox user, named by address, and makes the mail engine agree. */
export const runUserScript = ({ name, about, usage = "", options, done, run }: UserAct): Promise<never> =>
  runScript({
    help: `
Usage: bun run ${name} ADDRESS ${usage}[--dry-run] [--json]

${about}
--dry-run says whose mailbox it would be, and changes nothing.
Exit status: 0 done, 1 refused, 2 wrongly called.`,
    options: { ...options, "dry-run": { type: "boolean" } },
    words: 1,
    async run({ services, values, positionals: [word], print }) {
      const { ctx, userId, address, state } = await findUser(services, name, word);
      const found = { userId, address, state, tenantId: ctx.tenantId };
      if (values["dry-run"]) {
        print(`${address} (${state}) of tenant ${ctx.tenantId}: nothing was changed.`, { ...found, isDryRun: true });
        return 0;
      }
      await run(ctx, userId, values);
      await applyMailUser(ctx, { userId });
      print(`${address} ${done}.`, found);
      return 0;
    },
  });
