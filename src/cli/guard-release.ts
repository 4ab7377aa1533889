import { ListCases } from "../features/users/schema/guard";
import { listCases } from "../features/users/server/guard/list-cases";
import { releaseCase } from "../features/users/server/guard/release-case";
import { AppError } from "../lib/errors";
import { applyStop } from "../features/users/server/guard/apply-stop";
import { runUserScript } from "./user-script";

await runUserScript({
  name: "guard:release",
  about: "Lets a mailbox send again that was stopped because it behaved as if somebody else had it.",
  done: "may send again",
  async run(ctx, userId) {
    const { cases } = await listCases(ctx, ListCases.parse({ userId, state: "open" }));
    const [open] = cases;
    if (!open) throw new AppError("guard.not_found");
    await releaseCase(ctx, { caseId: open.id });
    await applyStop(ctx, { userId });
  },
});
