import { removeUser } from "../features/users/server/remove-user";
import { runUserScript } from "./user-script";

await runUserScript({
  name: "user:remove",
  about: "Deletes a mailbox user. For 30 days bun run user:undelete brings everything back; then the mail is gone.",
  done: "is deleted",
  run: (ctx, userId) => removeUser(ctx, { userId }),
});
