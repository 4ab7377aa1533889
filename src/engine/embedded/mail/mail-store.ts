import type { Delivery, Directory, MailStore } from "../seams";
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
  /** Called once for each message that has arrived, after it is on disk. */
  onDelivered?(mail: Mail, delivery: Delivery): void;
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
      const quota = options.directory.findAccount(delivery.accountId)?.maxDiskQuota ?? 0;
      const { emailId, isNew } = deliver(mail, delivery, quota);
      if (isNew) options.onDelivered?.(mail, delivery);
      return { emailId };
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
