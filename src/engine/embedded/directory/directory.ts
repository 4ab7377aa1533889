import { encodeId, rowId } from "../ids";
import type { Directory, DirectoryAccount, EmitEvent, MethodHandler, SigningKey } from "../seams";
import { accountObject } from "./account-object";
import { accountPasswordObject } from "./account-password-object";
import { accountPermissions } from "./account-permissions";
import type { StoredAccount } from "./account-schema";
import { accountSettingsObject } from "./account-settings-object";
import { actionObject } from "./action-object";
import { createAddressSpace } from "./address-space";
import { createAuthenticator } from "./authenticate";
import { createAutomaticDkim } from "./automatic-dkim";
import { credentialObject } from "./credential-object";
import type { DirectoryContext } from "./directory-context";
import type { DkimSignatureBody } from "./dkim-signature-object";
import { dkimSignatureObject } from "./dkim-signature-object";
import { normaliseDomainName } from "./domain-name";
import { domainObject } from "./domain-object";
import { createInboundThrottles } from "./inbound-throttles";
import { mailingListObject } from "./mailing-list-object";
import { objectMethods } from "./object-methods";
import { type RecoveryCredential, createRecoveryAdmin, recoveryAccountId } from "./recovery-admin";
import { openRegistryStore } from "./registry-store";
import { createRecipientResolver } from "./resolve-recipient";
import { roleObject, seedRoles } from "./role-object";
import { readSingleton, singletonObjects } from "./singletons";
import { throttleObject } from "./throttle-object";
import { type WebHook, webHookObject } from "./web-hook-object";
import { zoneFile } from "./zone-file";

export type DirectoryOptions = {
  dataDir: string;
  recoveryAdmin?: { user: string; password: string };
  /** Instead of `recoveryAdmin`: a bearer token with every permission. */
  adminToken?: string;
  emit: EmitEvent;
  openAccount(accountId: string): void;
  destroyAccount(accountId: string): void;
  usedDiskQuota(accountId: string): number;
  /** `x:Action` types, such as `PauseMtaQueue`. */
  onAction?(type: string): void;
  now?(): Date;
};

export type EmbeddedDirectory = Directory & {
  /** `x:` methods by name. */
  methods: ReadonlyMap<string, MethodHandler>;
  webHooks(): WebHook[];
  /** `x:SystemSettings.defaultHostname`. */
  defaultHostname(): string;
  close(): void;
};

const recoveryCredential = ({ recoveryAdmin, adminToken }: DirectoryOptions): RecoveryCredential | undefined =>
  recoveryAdmin ?? (adminToken === undefined ? undefined : { token: adminToken });

const algorithms = { Dkim1RsaSha256: "rsa-sha256", Dkim1Ed25519Sha256: "ed25519-sha256" } as const;

/** Domains, keys, accounts, lists and credentials in `directory.sqlite` of `dataDir`, and the methods that manage them. */
export function createDirectory(options: DirectoryOptions): EmbeddedDirectory {
  const store = openRegistryStore(options.dataDir);
  seedRoles(store);
  const addresses = createAddressSpace(store);
  const recoveryAdmin = createRecoveryAdmin(recoveryCredential(options));

  const findStored = (account: number) => (store.find("Account", account)?.body as StoredAccount | undefined) ?? null;
  let names = { generation: -1, of: new Map<string, string>() };
  const domainName = (domainId: string): string => {
    if (names.generation !== store.generation) names = { generation: store.generation, of: new Map() };
    const known = names.of.get(domainId) ?? String(store.body("Domain", rowId(domainId) ?? -1).name);
    names.of.set(domainId, known);
    return known;
  };
  const emailAddressOf = (account: number) => {
    const found = findStored(account);
    return found ? `${found.name}@${domainName(found.domainId)}` : "";
  };

  let rights = { generation: -1, of: new Map<number, ReadonlySet<string>>() };
  const permissionsOf = (account: number): ReadonlySet<string> => {
    if (rights.generation !== store.generation) rights = { generation: store.generation, of: new Map() };
    const known = rights.of.get(account);
    if (known) return known;
    const found = findStored(account);
    const permissions = found ? accountPermissions(store, found) : new Set<string>();
    rights.of.set(account, permissions);
    return permissions;
  };

  const { now = () => new Date(), emit, openAccount, destroyAccount, usedDiskQuota } = options;
  const context: DirectoryContext = {
    store,
    emit,
    now,
    openAccount,
    destroyAccount,
    usedDiskQuota,
    domainName,
    permissionsOf,
  };
  const onAction = (type: string) => {
    if (type === "ReloadSettings") throttles.reload();
    options.onAction?.(type);
  };
  const automaticDkim = createAutomaticDkim(context);
  const throttles = createInboundThrottles(store, emit, now);
  const authenticator = createAuthenticator(context, addresses, recoveryAdmin, emailAddressOf);

  const toAccount = (account: number): DirectoryAccount | null => {
    const found = findStored(account);
    if (!found) return null;
    const emailAddress = emailAddressOf(account);
    const aliases = Object.values(found.aliases).filter((alias) => alias.enabled);
    return {
      accountId: encodeId(account),
      emailAddress,
      displayName: found.description ?? "",
      addresses: [emailAddress, ...aliases.map((alias) => `${alias.name}@${domainName(alias.domainId)}`)],
      maxDiskQuota: found.quotas.maxDiskQuota ?? 0,
    };
  };

  return {
    ...authenticator,
    methods: objectMethods([
      domainObject(context, addresses, (domain, name) => zoneFile(store, domain, name), automaticDkim.schedule),
      dkimSignatureObject(context),
      accountObject(context, addresses),
      mailingListObject(context, addresses),
      roleObject(store),
      credentialObject(context, "ApiKey"),
      credentialObject(context, "AppPassword"),
      accountPasswordObject(store),
      accountSettingsObject(store),
      webHookObject(store),
      throttleObject(store),
      actionObject(onAction),
      ...singletonObjects(store),
    ]),
    findAccount: (accountId) =>
      accountId === recoveryAccountId ? recoveryAdmin.account : toAccount(rowId(accountId) ?? -1),
    resolveRecipient: createRecipientResolver(context, addresses),
    admit: ({ accountId, sender, recipient = "", remotePort = 0 }) =>
      throttles.admit({
        authenticatedAs: emailAddressOf(rowId(accountId) ?? -1).toLowerCase(),
        sender: sender.toLowerCase(),
        rcpt: recipient.toLowerCase(),
        remotePort,
      }),
    isLocalDomain: (name) => addresses.findDomain(normaliseDomainName(name) ?? name) !== null,
    signingKeys(name) {
      const domain = addresses.findDomain(normaliseDomainName(name) ?? name);
      if (domain === null) return [];
      const domainBody = store.find("Domain", domain)?.body;
      return store.listOfDomain("DkimSignature", domain).flatMap(({ body }): SigningKey[] => {
        const key = body as DkimSignatureBody;
        if (key.stage !== "active" || key.privateKey["@type"] === "None") return [];
        return [
          {
            domainName: String(domainBody?.name),
            selector: key.selector,
            algorithm: algorithms[key["@type"]],
            privateKey: key.privateKey.secret,
          },
        ];
      });
    },
    groupsOf(accountId) {
      const found = findStored(rowId(accountId) ?? -1);
      const groups = found?.["@type"] === "User" ? Object.keys(found.memberGroupIds) : [];
      return groups.flatMap((id) => toAccount(rowId(id) ?? -1) ?? []);
    },
    webHooks: () =>
      store.list("WebHook").map(({ id, body }) => ({ ...(body as Omit<WebHook, "id">), id: encodeId(id) })),
    defaultHostname: () => readSingleton(store, "SystemSettings").defaultHostname,
    close() {
      automaticDkim.close();
      store.close();
    },
  };
}
