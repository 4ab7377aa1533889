import { createHash, timingSafeEqual } from "node:crypto";
import { encodeId } from "../ids";
import type { DirectoryAccount, Principal } from "../seams";
import { allPermissions } from "./permissions";

/** Outside the ids of accounts, which are counted from 1. */
export const recoveryAccountId = encodeId(0xffff_ffff);

export type RecoveryCredential = { user: string; password: string } | { token: string };

const same = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** The operator's way in that needs no account: every permission, no mailbox. */
export function createRecoveryAdmin(credential: RecoveryCredential | undefined) {
  const user = credential && "user" in credential ? credential.user : "admin";
  const principal: Principal = { accountId: recoveryAccountId, emailAddress: user, permissions: allPermissions };
  const account: DirectoryAccount = {
    accountId: recoveryAccountId,
    emailAddress: user,
    displayName: user,
    addresses: [],
    maxDiskQuota: 0,
  };
  return {
    account,
    /** `undefined`: the name is not the recovery administrator's. */
    withPassword(login: string, password: string): Principal | null | undefined {
      if (!credential || !("user" in credential) || login !== credential.user) return undefined;
      return same(password, credential.password) ? principal : null;
    },
    withToken: (token: string): Principal | null =>
      credential && "token" in credential && same(token, credential.token) ? principal : null,
  };
}
