/** The management half of the engine's port, with the service credential: types only. Every method rejects with `EngineError` and nothing else. */
export interface EngineDirectory {
  domains: {
    /** Makes it so: created when absent. Returns the engine's id. Idempotent by name. */
    ensure(domain: EngineDomain): Promise<{ id: string }>;
    find(name: string): Promise<{ id: string; catchAll: string | null; subAddressing: boolean } | null>;
    /** Moves a domain with its accounts and keys to another name, by id; its old name is free. Idempotent. `notFound` when there is none. */
    rename(domain: { id: string; name: string }): Promise<void>;
    /** Removes its DKIM keys too. `conflict` while accounts are left. Absent is fine. */
    remove(name: string): Promise<void>;
    list(page: { after?: string; limit: number }): Promise<{ names: string[]; next?: string }>;
  };
  dkim: {
    /** Imports a private key (PKCS#8 PEM) or moves it to `stage`; idempotent by domain and selector. Another key under the selector gives way. Only `active` keys sign. */
    ensure(key: EngineDkimKey & { privateKey: string }): Promise<{ id: string }>;
    list(domainName: string): Promise<EngineDkimKey[]>;
    remove(domainName: string, selector: string): Promise<void>;
  };
  accounts: {
    /**
     * Makes it so: name, quota, password hash (PHC), aliases and rights. Idempotent by address; with `accountId` that account is brought to the
     * address, mail and all, wherever it was before. Returns the JMAP account id. `conflict` when somebody else holds an address.
     * With `replacesListId` the list that has the address gives way to an account that is not there yet, in the same request.
     */
    ensure(
      account: EngineAccount & { passwordHash: string; accountId?: string; replacesListId?: string },
    ): Promise<{ accountId: string }>;
    /**
     * Creates many accounts with few requests; account ids by address. Whatever is not created is left out, because it is there already or for a reason
     * that `ensure` tells: call that for it. At most 500 a call.
     */
    createMany(accounts: readonly (EngineAccount & { passwordHash: string })[]): Promise<Map<string, string>>;
    find(address: string): Promise<(EngineAccount & { accountId: string }) | null>;
    /** Destroys the mail too. Absent is fine. */
    remove(address: string): Promise<void>;
    listAddresses(
      domainName: string,
      page: { after?: string; limit: number },
    ): Promise<{ addresses: string[]; next?: string }>;
    /** Octets used, by account id; ids that do not exist are left out. At most 500 ids a call. */
    usage(accountIds: string[]): Promise<Map<string, number>>;
  };
  keys: {
    /** A credential for one account with mail rights only. The secret is returned once and never again. */
    mint(key: { accountId: string; description: string; expiresAt: Date }): Promise<{ keyId: string; secret: string }>;
    /** Effective at once. Absent is fine. */
    destroy(key: { accountId: string; keyId: string }): Promise<void>;
  };
  appPasswords: {
    /** A password for one program, which signs in with address and secret. The engine makes the secret and shows it once. */
    mint(password: {
      accountId: string;
      description: string;
      scope: EngineAppScope;
      expiresAt: Date | null;
    }): Promise<{ keyId: string; secret: string }>;
    /** Effective at once. Absent is fine. */
    destroy(password: { accountId: string; keyId: string }): Promise<void>;
  };
  lists: {
    /** Makes it so: an address that is expanded to others, here or elsewhere. Idempotent by address. `conflict` when somebody else holds it. */
    ensure(list: EngineList): Promise<{ id: string }>;
    find(address: string): Promise<EngineList | null>;
    /** Absent is fine. */
    remove(address: string): Promise<void>;
    /** The engine cannot look for a domain: a page holds those of its `limit` next lists that are in it, possibly none before the last. */
    listAddresses(
      domainName: string,
      page: { after?: string; limit: number },
    ): Promise<{ addresses: string[]; next?: string }>;
  };
  queue: {
    /** Messages that are not delivered yet, what is due first. `text` is part of a sender or recipient. */
    list(page: { text?: string; after?: string; limit: number }): Promise<{ messages: QueuedMessage[]; next?: string }>;
    /** At most 500 ids a call; those that are gone are left out. */
    get(queueIds: string[]): Promise<QueuedMessage[]>;
    /** Tries the message again now. `notFound` when it is no longer queued. */
    retry(queueId: string): Promise<void>;
    /** Gives up the message, or one recipient of it. False when it is too late. */
    cancel(message: { queueId: string; recipient?: string }): Promise<boolean>;
  };
  throttles: {
    /** Makes it so: who sends to more recipients than that within the period is refused the others for now (452), by JMAP and SMTP alike. Idempotent by name. */
    ensure(throttle: EngineThrottle): Promise<void>;
    /** Makes those whose names begin with `prefix` exactly these, and touches no other. Idempotent. */
    replace(wanted: { prefix: string; throttles: readonly EngineThrottle[] }): Promise<void>;
    /** Absent is fine. */
    remove(name: string): Promise<void>;
    list(page: { after?: string; limit: number }): Promise<{ throttles: EngineThrottle[]; next?: string }>;
  };
  hooks: {
    /** Makes it so: events of these types are posted to `url`, signed with `secret`. Idempotent by url. */
    ensure(hook: { url: string; secret: string; types: readonly string[] }): Promise<void>;
  };
}

export type EngineDomain = {
  name: string;
  description: string;
  /** Address that gets mail to addresses nobody holds; absent: left as it is. */
  catchAll?: string | null;
  /** Whether `ana+anything@` reaches ana@; absent: left as it is, and on for a new domain. */
  subAddressing?: boolean;
};

export type EngineDkimKey = {
  domainName: string;
  selector: string;
  algorithm: "rsa-sha256" | "ed25519-sha256";
  stage: "pending" | "active" | "retiring" | "retired";
};

/** What an account may not do: sign in (with any credential), send (by any way), receive (mail to it is refused for good). */
export type AccountBlock = "signIn" | "send" | "receive";

export type EngineAccount = {
  address: string;
  displayName: string;
  /** Octets; 0 means unlimited. */
  quotaBytes: number;
  blocks: readonly AccountBlock[];
  /** Other addresses that deliver to it; absent: left as they are. */
  aliases?: readonly string[];
};

export type EngineAppScope = "mail" | "read" | "send";

export type EngineList = {
  address: string;
  description: string;
  recipients: readonly string[];
  /** Other addresses that are expanded alike; absent: left as they are. */
  aliases?: readonly string[];
};

/**
 * Whose recipients are counted, message by message: one account's (under whichever of its addresses), all of a domain together, or each account of a domain by
 * itself. Addresses are those of accounts, not aliases.
 */
export type EngineThrottle = {
  name: string;
  sender: { address: string } | { domain: string } | { eachOf: string };
  /** Only what mail programs send by SMTP counts, not what webmail does. */
  isForPrograms?: true;
  count: number;
  periodSeconds: number;
};

export type QueuedMessage = {
  queueId: string;
  /** Empty for the null sender. */
  sender: string;
  createdAt: string;
  size: number;
  recipients: QueuedRecipient[];
};

export type QueuedRecipient = {
  address: string;
  state: "scheduled" | "deferred" | "delivered" | "failed";
  attempts: number;
  nextAttemptAt: string | null;
  expiresAt: string | null;
  /** What the other side answered last, where it did. */
  code: number | null;
  enhancedCode: string | null;
  reply: string | null;
  host: string | null;
};
