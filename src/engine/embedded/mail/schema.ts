/** Version 1 of the mail store. Instants are epoch milliseconds, booleans 0/1, `*_json` columns JSON text. */
export const schema = `
create table if not exists accounts (
  account_id text primary key,
  modseq integer not null default 0,
  next_mailbox_id integer not null default 0,
  next_object_id integer not null default 0,
  used_bytes integer not null default 0
) without rowid;

create table if not exists type_states (
  account_id text not null, type text not null, modseq integer not null,
  primary key (account_id, type)
) without rowid;

create table if not exists changes (
  account_id text not null, modseq integer not null, type text not null, object_id text not null, kind text not null,
  primary key (account_id, modseq)
) without rowid;
create index if not exists changes_by_type on changes (account_id, type, modseq);

create table if not exists mailboxes (
  account_id text not null, id integer not null,
  parent_id integer, name text not null, role text, sort_order integer not null default 0, is_subscribed integer not null default 1,
  total_emails integer not null default 0, unread_emails integer not null default 0,
  total_threads integer not null default 0, unread_threads integer not null default 0,
  primary key (account_id, id)
) without rowid;

create table if not exists blobs (hash text primary key, size integer not null, data blob not null);

create table if not exists uploads (
  account_id text not null, hash text not null, type text not null, size integer not null, created_at integer not null,
  primary key (account_id, hash)
) without rowid;
create index if not exists uploads_by_hash on uploads (hash);
create index if not exists uploads_by_age on uploads (created_at);

create table if not exists threads (
  id integer primary key autoincrement, account_id text not null, email_count integer not null default 0
);
create table if not exists thread_references (
  account_id text not null, message_id text not null, subject text not null, thread_id integer not null,
  primary key (account_id, message_id, subject)
) without rowid;
create index if not exists thread_references_by_thread on thread_references (thread_id);

create table if not exists emails (
  id integer primary key autoincrement,
  account_id text not null, thread_id integer not null, blob_hash text not null,
  size integer not null, header_size integer not null, received_at integer not null, sent_at integer,
  sort_from text not null, sort_to text not null, sort_subject text not null,
  has_attachment integer not null, is_unread integer not null,
  preview text not null, keywords_json text not null, envelope_json text not null
);
create index if not exists emails_by_received on emails (account_id, received_at, id);
create index if not exists emails_by_thread on emails (account_id, thread_id, received_at, id);
create index if not exists emails_by_from on emails (account_id, sort_from, received_at desc, id desc, thread_id);
create index if not exists emails_by_subject on emails (account_id, sort_subject, received_at desc, id desc, thread_id);
create index if not exists emails_by_size on emails (account_id, size desc, received_at desc, id desc, thread_id);
create index if not exists emails_with_attachment on emails (account_id, id) where has_attachment = 1;
create index if not exists emails_by_blob on emails (blob_hash, account_id);

create table if not exists email_structures (email_id integer primary key, structure_json text not null);

create table if not exists email_mailboxes (
  account_id text not null, mailbox_id integer not null, received_at integer not null, email_id integer not null,
  thread_id integer not null, is_unread integer not null,
  primary key (account_id, mailbox_id, received_at, email_id)
) without rowid;
create index if not exists email_mailboxes_by_email on email_mailboxes (email_id, mailbox_id);
create index if not exists email_mailboxes_by_thread on email_mailboxes (account_id, thread_id, mailbox_id, is_unread);

create table if not exists email_keywords (
  account_id text not null, keyword text not null, email_id integer not null, thread_id integer not null,
  primary key (account_id, keyword, email_id)
) without rowid;
create index if not exists email_keywords_by_thread on email_keywords (thread_id, keyword);

create virtual table if not exists email_texts using fts5(
  sender, recipient, cc, bcc, subject, body, attachment,
  content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

create table if not exists deliveries (
  account_id text not null, delivery_id text not null, hash text not null, email_id integer not null, created_at integer not null,
  primary key (account_id, delivery_id)
) without rowid;

create table if not exists vacation_replies (
  account_id text not null, sender text not null, replied_at integer not null,
  primary key (account_id, sender)
) without rowid;

create table if not exists objects (
  account_id text not null, type text not null, id integer not null, sort_key integer not null default 0, value_json text not null,
  primary key (account_id, type, id)
) without rowid;
`;
