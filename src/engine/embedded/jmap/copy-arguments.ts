import { MethodError, type MethodCall } from "../seams";
import { canAccess } from "./account-access";
import type { Jmap } from "./jmap";

/** Checks the source account of a /copy. Throws `invalidArguments` for the same account, `fromAccountNotFound` for a foreign one. */
export function checkFromAccount({ directory, store }: Jmap, call: MethodCall, fromAccountId: string): void {
  if (fromAccountId === call.accountId) throw new MethodError("invalidArguments", "fromAccountId equals accountId");
  if (!canAccess(directory, call.principal, fromAccountId)) throw new MethodError("fromAccountNotFound");
  store.openAccount(fromAccountId);
}
