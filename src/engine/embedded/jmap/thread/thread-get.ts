import { encodeId, rowId } from "../../ids";
import { typeState } from "../../mail/read-changes";
import { getMethod } from "../get-method";
import { coreLimits } from "../jmap";

/** Thread/get (RFC 8621 section 3.1): a thread's messages, oldest first. */
export const threadGet = getMethod(["id", "emailIds"], ({ mail }, accountId) => {
  const members = mail.db.query<{ id: number }, [string, number]>(
    "select id from emails where account_id = ? and thread_id = ? order by received_at, id",
  );
  const all = mail.db.query<{ id: number }, [string, number]>("select id from threads where account_id = ? limit ?");
  return {
    state: typeState(mail, accountId, "Thread"),
    all: () => all.all(accountId, coreLimits.maxObjectsInGet + 1).map(({ id }) => encodeId(id)),
    find(id) {
      const rows = members.all(accountId, rowId(id) ?? -1);
      return rows.length > 0 ? { id, emailIds: rows.map((row) => encodeId(row.id)) } : null;
    },
  };
});
