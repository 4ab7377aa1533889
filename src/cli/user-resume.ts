import { resumeUser } from "../features/users/server/resume-user";
import { runUserScript } from "./user-script";

await runUserScript({
  name: "user:resume",
  about: "Ends the suspension of a mailbox user.",
  done: "may sign in, send and receive",
  run: (ctx, userId) => resumeUser(ctx, { userId }),
});
