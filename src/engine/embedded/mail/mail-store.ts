import type { Delivery, Directory, Filing, MailStore, VacationAnswer } from "../seams";
import { destroyAccount, openAccount, usedDiskQuota } from "./accounts";
import { readBlob } from "./blobs";
import { deliver, onceForDelivery } from "./deliver";
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
  /** Called once for what the account's script answers. */
  answer?(mail: Mail, delivery: Delivery, answer: VacationAnswer): void;
  /** What the account's script says of a message that arrives; `null` to keep it. */
  filter?(mail: Mail, delivery: Delivery): Filing | null;
  /** Sends a message on for an account. Asked once for each address, or twice if the process dies in between. */
  redirect?(delivery: Delivery, address: string): void;
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
      const { accountId, deliveryId } = delivery;
      openAccount(mail, accountId);
      const quota = options.directory.findAccount(accountId)?.maxDiskQuota ?? 0;
      const filing = options.filter?.(mail, delivery) ?? null;
      const stored = !filing || filing.mailboxIds.length > 0 ? deliver(mail, delivery, quota, filing) : null;
      if (stored?.isNew) options.onDelivered?.(mail, delivery);
      if (filing?.answer && stored?.isNew !== false) options.answer?.(mail, delivery, filing.answer);
      // After the message is safe here: a mailbox that is full is tried again, and must not send on each time.
      const { redirect } = options;
      for (const address of redirect ? (filing?.redirects ?? []) : []) {
        const send = () => redirect?.(delivery, address);
        if (deliveryId === undefined) send();
        else onceForDelivery(mail, accountId, `${deliveryId} to ${address}`, send);
      }
      return { emailId: stored?.emailId ?? null };
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
