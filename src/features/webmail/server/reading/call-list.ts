import { GuardError } from "~/server/guarded-fetch/guard-error";
import { guardedFetch } from "~/server/guarded-fetch/guarded-fetch";
import type { TargetRules } from "~/server/guarded-fetch/target-rules";
import type { Unsubscribed } from "../../schema/reading";

/**
 * The call that leaves a list (RFC 8058 section 3.2): nothing in it tells who reads but what the list put into `url` itself. No redirect is
 * followed. `trusted`: as in `guardedFetch`.
 */
export async function callList(url: string, rules: TargetRules, trusted?: string): Promise<Unsubscribed["outcome"]> {
  try {
    const { status } = await guardedFetch(url, rules, {
      ...{ method: "POST", body: "List-Unsubscribe=One-Click", maxBytes: 1000, trusted },
      headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": "DeftMail" },
    });
    return status >= 200 && status < 300 ? "done" : "refused";
  } catch (error) {
    if (error instanceof GuardError) return "unreachable";
    throw error;
  }
}
