import { Database } from "bun:sqlite";
import { join } from "node:path";

export type QueuedState = "scheduled" | "completed" | "temporary" | "permanent";

/** One recipient of a queued message. Instants are milliseconds since 1970. */
export type QueuedRecipient = {
  address: string;
  state: QueuedState;
  due: number;
  expires: number;
  retries: number;
  /** DSN `NOTIFY`, upper case, empty when not given. */
  notify: string;
  code: number | null;
  hostname: string | null;
  reply: string | null;
  errorType: string | null;
};

export type QueuedMessage = {
  /** Encoded queue number. */
  id: string;
  /** Empty for the null sender. */
  returnPath: string;
  accountId: string | null;
  envId: string | null;
  createdAt: number;
  size: number;
  receivedFromIp: string;
  /** 1 until our DKIM signature is in the spooled text. Signed once only: a repeated delivery must be the same message. */
  needsSignature: number;
};

export type Spooled = QueuedMessage & { raw: Uint8Array; recipients: QueuedRecipient[] };

const schema = `
  create table if not exists envelopes (
    id text primary key, return_path text not null, account_id text, env_id text, created_at integer not null,
    size integer not null, received_from_ip text not null, needs_signature integer not null
  ) without rowid;
  create table if not exists spool (id text primary key, raw blob not null);
  create table if not exists recipients (
    message text not null, address text not null, state text not null, due integer not null, expires integer not null,
    retries integer not null, notify text not null, code integer, hostname text, reply text, error_type text,
    primary key (message, address)
  ) without rowid;
  create index if not exists recipients_due on recipients (due) where state in ('scheduled', 'temporary');
`;

const messageColumns = `id, return_path as returnPath, account_id as accountId, env_id as envId, created_at as createdAt,
  size, received_from_ip as receivedFromIp, needs_signature as needsSignature`;
const recipientColumns =
  "address, state, due, expires, retries, notify, code, hostname, reply, error_type as errorType";
const isPending = "state in ('scheduled', 'temporary')";

/** The queue on disk. What `insert` and `transaction` return from is durable (committed with full sync). */
export function openQueueStore(dataDir: string) {
  const db = new Database(join(dataDir, "queue.sqlite"), { create: true, strict: true });
  db.run("pragma journal_mode = wal");
  db.run("pragma synchronous = full");
  db.run(schema);

  const addMessage = db.query(
    `insert into envelopes (id, return_path, account_id, env_id, created_at, size, received_from_ip, needs_signature)
     values ($id, $returnPath, $accountId, $envId, $createdAt, $size, $receivedFromIp, $needsSignature)`,
  );
  const addRaw = db.query("insert into spool (id, raw) values (?, ?)");
  const addRecipient = db.query(
    `insert or ignore into recipients (message, address, state, due, expires, retries, notify, code, hostname, reply, error_type)
     values ($message, $address, $state, $due, $expires, $retries, $notify, $code, $hostname, $reply, $errorType)`,
  );
  const setRecipient = db.query(
    `update recipients set state = $state, due = $due, retries = $retries, code = $code, hostname = $hostname,
     reply = $reply, error_type = $errorType where message = $message and address = $address`,
  );
  const dueIds = db.query<{ id: string }, [number, string, number]>(
    `select message as id from recipients where ${isPending} and due <= ?
     and message not in (select value from json_each(?)) group by message order by min(due) limit ?`,
  );
  const nextDue = db.query<{ due: number | null }, [string]>(
    `select min(due) as due from recipients where ${isPending} and message not in (select value from json_each(?))`,
  );
  const pendingLeft = db.query<{ count: number }, [string]>(
    `select count(*) as count from recipients where message = ? and ${isPending}`,
  );
  const findMessage = db.query<QueuedMessage, [string]>(`select ${messageColumns} from envelopes where id = ?`);
  const listMessages = db.query<QueuedMessage, []>(
    `select ${messageColumns} from envelopes order by created_at desc, id desc`,
  );
  const listRecipients = db.query<QueuedRecipient, [string]>(
    `select ${recipientColumns} from recipients where message = ? order by address`,
  );
  const findRaw = db.query<{ raw: Uint8Array }, [string]>("select raw from spool where id = ?");

  const store = {
    transaction: <T>(change: () => T): T => db.transaction(change).immediate(),
    insert({ raw, recipients, ...message }: Spooled): void {
      db.transaction(() => {
        addMessage.run(message);
        addRaw.run(message.id, raw);
        for (const recipient of recipients) addRecipient.run({ ...recipient, message: message.id });
      }).immediate();
    },
    addRecipient: (message: string, recipient: QueuedRecipient) => void addRecipient.run({ ...recipient, message }),
    setRecipient(message: string, { expires: _e, notify: _n, ...recipient }: QueuedRecipient): void {
      setRecipient.run({ ...recipient, message });
    },
    dropRecipient: (message: string, address: string) =>
      void db.run("delete from recipients where message = ? and address = ?", [message, address]),
    dueMessages: (now: number, busy: readonly string[], limit: number) =>
      dueIds.all(now, JSON.stringify(busy), limit).map((row) => row.id),
    nextDue: (busy: readonly string[]): number | null => nextDue.get(JSON.stringify(busy))?.due ?? null,
    hasPending: (id: string): boolean => (pendingLeft.get(id)?.count ?? 0) > 0,
    find: (id: string) => findMessage.get(id),
    list: () => listMessages.all(),
    recipients: (id: string) => listRecipients.all(id),
    raw: (id: string) => findRaw.get(id)?.raw ?? null,
    putSigned(id: string, raw: Uint8Array): void {
      db.transaction(() => {
        db.run("update spool set raw = ? where id = ?", [raw, id]);
        db.run("update envelopes set needs_signature = 0 where id = ?", [id]);
      }).immediate();
    },
    drop(id: string): void {
      db.transaction(() => {
        db.run("delete from recipients where message = ?", [id]);
        db.run("delete from envelopes where id = ?", [id]);
        db.run("delete from spool where id = ?", [id]);
      }).immediate();
    },
    close: () => db.close(),
  };
  return store;
}

export type QueueStore = ReturnType<typeof openQueueStore>;
