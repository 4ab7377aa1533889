import { undeleteUser } from "../features/users/server/undelete-user";
import { runUserScript } from "./user-script";

await runUserScript({
  name: "user:undelete",
  about: "Brings a mailbox user back who was deleted within the last 30 days, with all mail and every address.",
  done: "is back",
  run: (ctx, userId) => undeleteUser(ctx, { userId }),
});
