import type { Directory, MailStore } from "../seams";
import { destroyAccount, openAccount, usedDiskQuota } from "./accounts";
import { readBlob } from "./blobs";
import { deliver } from "./deliver";
import type { Mail } from "./mail";
import { openMailDatabase } from "./open-database";

export type MailStoreOptions = {
  /** Folder of `mail.sqlite`. */
  dataDir: string;
  directory: Pick<Directory, "findAccount">;
  now?: () => number;
  historyLimit?: number;
};

/** Opens the mail store. `mail` is for the JMAP methods, `store` for the other parts of the engine. */
export function createMailStore(options: MailStoreOptions): { mail: Mail; store: MailStore; close(): void } {
  const mail: Mail = {
    db: openMailDatabase(options.dataDir),
    now: options.now ?? Date.now,
    historyLimit: options.historyLimit ?? 10_000,
    listeners: new Set(),
  };
  const store: MailStore = {
    openAccount: (accountId) => openAccount(mail, accountId),
    destroyAccount: (accountId) => destroyAccount(mail, accountId),
    async deliver(delivery) {
      openAccount(mail, delivery.accountId);
      return deliver(mail, delivery, options.directory.findAccount(delivery.accountId)?.maxDiskQuota ?? 0);
    },
    usedDiskQuota: (accountId) => usedDiskQuota(mail, accountId),
    readBlob: (accountId, blobId) => readBlob(mail, accountId, blobId),
  };
  return {
    mail,
    store,
    close() {
      mail.db.run("pragma wal_checkpoint(truncate)");
      mail.db.close();
    },
  };
}
