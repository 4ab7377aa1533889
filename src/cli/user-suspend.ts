import { SuspendUser } from "../features/users/schema";
import { suspendUser } from "../features/users/server/suspend-user";
import { runUserScript } from "./user-script";
import { UsageError } from "./script";

await runUserScript({
  name: "user:suspend",
  about: `Takes from a mailbox user, at once, what --from names: signIn, send, receive, by commas. Unless told otherwise signing in and sending;
mail still arrives. bun run user:resume gives it back.`,
  usage: "[--from signIn,send,receive] ",
  options: { from: { type: "string" } },
  done: "is suspended",
  async run(ctx, userId, { from }) {
    const blocks = typeof from === "string" ? from.split(",") : undefined;
    const input = SuspendUser.safeParse({ userId, blocks });
    if (!input.success) throw new UsageError("--from takes signIn, send and receive, by commas");
    await suspendUser(ctx, input.data);
  },
});
