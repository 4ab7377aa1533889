import { encodeId, rowId } from "../ids";
import type { Principal, SignInRefusal } from "../seams";
import type { StoredAccount, UserBody } from "./account-schema";
import type { AddressSpace } from "./address-space";
import { isIpAllowed } from "./allowed-ips";
import { type StoredCredential, narrowPermissions } from "./credential-schema";
import { digestSecret, readApiKeySecret } from "./credential-secret";
import type { DirectoryContext } from "./directory-context";
import { normaliseDomainName } from "./domain-name";
import { splitAddress } from "./local-part";
import { verifyNobody, verifyPassword } from "./password";
import type { createRecoveryAdmin } from "./recovery-admin";
import { readSingleton } from "./singletons";

type Limits = { expiresAt: string | null; allowedIps: Record<string, true> };

/** HTTP signs in with each call, a webhook should not hear of each. */
const reportAgainAfter = 60_000;

const changePasswordOnly = new Set(["authenticate", "sysAccountPasswordGet", "sysAccountPasswordUpdate"]);

/** Sign-in by password, app password and API key. Each asserts the permission `authenticate`, which is how an account is suspended. */
export function createAuthenticator(
  context: DirectoryContext,
  addresses: AddressSpace,
  recoveryAdmin: ReturnType<typeof createRecoveryAdmin>,
  emailAddressOf: (account: number) => string,
) {
  const { store, emit, now } = context;

  const toPrincipal = (account: number, permissions: ReadonlySet<string>): Principal | "invalid" =>
    permissions.has("authenticate")
      ? { accountId: encodeId(account), emailAddress: emailAddressOf(account), permissions }
      : "invalid";

  const isUsable = ({ expiresAt, allowedIps }: Limits, ip: string): boolean =>
    (expiresAt === null || new Date(expiresAt) > now()) && isIpAllowed(allowedIps, ip);

  function findLogin(login: string): { id: number; body: UserBody } | null {
    const { defaultDomainId } = readSingleton(store, "SystemSettings");
    const parts = splitAddress(login);
    const domain = parts ? addresses.findDomain(normaliseDomainName(parts.domain) ?? "") : rowId(defaultDomainId ?? "");
    const owner = domain === null ? null : addresses.findOwner(parts?.local ?? login, domain);
    const found = owner?.kind === "Account" && owner.enabled ? store.find("Account", owner.id) : null;
    return found?.body["@type"] === "User" ? { id: found.id, body: found.body as StoredAccount & UserBody } : null;
  }

  async function withPassword(login: string, password: string, ip: string): Promise<Principal | SignInRefusal> {
    const account = findLogin(login.trim().toLowerCase());
    if (!account) return (await verifyNobody(password)) || "invalid";
    const rights = context.permissionsOf(account.id);
    if (password.startsWith("app_")) {
      const digest = digestSecret(password);
      const found = store.listOfAccount("AppPassword", account.id).find(({ body }) => body.digest === digest);
      const credential = found?.body as StoredCredential | undefined;
      if (!credential || !isUsable(credential, ip)) return "invalid";
      return toPrincipal(account.id, narrowPermissions(rights, credential.permissions));
    }
    const credential = Object.values(account.body.credentials)[0];
    if (!credential) return (await verifyNobody(password)) || "invalid";
    if (!(await verifyPassword(credential.secret, password)) || !isIpAllowed(credential.allowedIps, ip))
      return "invalid";
    if (credential.otpAuth !== null) return "mfaRequired";
    if (!isUsable(credential, ip))
      return toPrincipal(account.id, new Set([...rights].filter((name) => changePasswordOnly.has(name))));
    return toPrincipal(account.id, rights);
  }

  function withApiKey(secret: string, ip: string): Principal | "invalid" {
    const ids = readApiKeySecret(secret);
    const found = ids && store.listOfAccount("ApiKey", ids.account).find(({ id }) => id === ids.credential);
    const key = found?.body as StoredCredential | undefined;
    if (!ids || !key || key.digest !== digestSecret(secret) || !isUsable(key, ip)) return "invalid";
    return toPrincipal(ids.account, narrowPermissions(context.permissionsOf(ids.account), key.permissions));
  }

  const lastReported = new Map<string, number>();
  const report = (accountName: string, ip: string, outcome: Principal | SignInRefusal) => {
    const isSignedIn = typeof outcome !== "string";
    if (isSignedIn) {
      const who = `${outcome.accountId} ${ip}`;
      const at = now().getTime();
      if (at - (lastReported.get(who) ?? -Infinity) < reportAgainAfter) return outcome;
      if (lastReported.size > 10_000) lastReported.clear();
      lastReported.set(who, at);
    }
    const type = isSignedIn ? "auth.success" : outcome === "mfaRequired" ? "auth.mfa-required" : "auth.failed";
    const who = isSignedIn
      ? { accountName: outcome.emailAddress, accountId: rowId(outcome.accountId) }
      : { accountName };
    emit({ type, createdAt: now(), data: { ...who, remoteIp: ip } });
    return outcome;
  };

  const authenticatePassword = async (login: string, password: string, ip: string) =>
    report(login, ip, recoveryAdmin.withPassword(login, password) ?? (await withPassword(login, password, ip)));

  return {
    authenticatePassword,
    async authenticateHeader(authorization: string | null, ip: string): Promise<Principal | SignInRefusal | null> {
      if (authorization === null) return null;
      const [, scheme = "", value = ""] = /^(\w+)\s+(\S+)\s*$/.exec(authorization) ?? [];
      if (scheme.toLowerCase() === "bearer")
        return (
          recoveryAdmin.withToken(value) ??
          (value.startsWith("API_") ? report("", ip, withApiKey(value, ip)) : "invalid")
        );
      if (scheme.toLowerCase() !== "basic") return "invalid";
      const text = Buffer.from(value, "base64").toString("utf8");
      const colon = text.indexOf(":");
      return colon < 0 ? "invalid" : authenticatePassword(text.slice(0, colon), text.slice(colon + 1), ip);
    },
  };
}
