import { encodeId } from "../../ids";
import { typeState } from "../../mail/read-changes";
import { getMethod } from "../get-method";
import { findMailboxRow, listMailboxRows, toMailbox } from "./mailbox-rows";

const known = [
  "id",
  "name",
  "parentId",
  "role",
  "sortOrder",
  "totalEmails",
  "unreadEmails",
  "totalThreads",
  "unreadThreads",
  "myRights",
  "isSubscribed",
  "shareWith",
];

/** Mailbox/get (RFC 8621 section 2.1). `shareWith` is answered, empty, only when it is asked for. */
export const mailboxGet = getMethod(known, ({ mail }, accountId, properties) => ({
  state: typeState(mail, accountId, "Mailbox"),
  all: () => listMailboxRows(mail, accountId).map(({ id }) => encodeId(id)),
  find(id) {
    const row = findMailboxRow(mail, accountId, id);
    if (!row) return null;
    return properties?.includes("shareWith") ? { ...toMailbox(row), shareWith: {} } : toMailbox(row);
  },
}));
