import type { Directory, Principal } from "../seams";

/** Whether a party may name an account: its own, its groups', or any with the permission `impersonate`. */
export function canAccess(directory: Directory, principal: Principal, accountId: string): boolean {
  if (accountId === principal.accountId) return true;
  if (principal.permissions.has("impersonate")) return directory.findAccount(accountId) !== null;
  return directory.groupsOf(principal.accountId).some((group) => group.accountId === accountId);
}
