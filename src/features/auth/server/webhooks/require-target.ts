import { AppError } from "~/lib/errors";
import type { Ctx } from "~/server/context";
import { findTarget } from "~/server/guarded-fetch/find-target";
import { GuardError } from "~/server/guarded-fetch/guard-error";
import { targetRulesOf } from "~/server/guarded-fetch/target-rules";

/**
 * Tells at once what would be refused at every delivery. DNS that gives no answer is let pass: it is asked again each time. A name that
 * leads inside and one that does not exist are refused alike. Throws `webhook.url_refused` with an issue for `url`.
 */
export async function requireTarget({ platform }: Ctx, url: string): Promise<void> {
  try {
    await findTarget(url, targetRulesOf(platform));
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    if (error.reason === "dns") return;
    const message = error.reason === "address" ? "webhooks.issue_url_address" : "webhooks.issue_url";
    throw new AppError("webhook.url_refused", { issues: [{ path: "url", message }] }, { cause: error });
  }
}
