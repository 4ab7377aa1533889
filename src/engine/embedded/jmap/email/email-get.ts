import { encodeId, rowId } from "../../ids";
import { typeState } from "../../mail/read-changes";
import { GetArguments, parseArguments } from "../arguments";
import { checkIdCount } from "../get-method";
import { coreLimits, type MethodFactory } from "../jmap";
import { bodyArguments, bodyOptions } from "./body-arguments";
import { checkEmailProperties, defaultEmailProperties } from "./email-properties";
import { findEmailRow, viewEmail } from "./email-view";

const Arguments = GetArguments.extend(bodyArguments);

/** Email/get (RFC 8621 section 4.2). `ids: null` answers `requestTooLarge` beyond 500 messages. */
export const emailGet: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(Arguments, args);
    const properties = parsed.properties ?? defaultEmailProperties;
    checkEmailProperties(properties);
    const body = bodyOptions(parsed);
    const everything = () =>
      mail.db
        .query<{ id: number }, [string, number]>("select id from emails where account_id = ? limit ?")
        .all(accountId, coreLimits.maxObjectsInGet + 1)
        .map(({ id }) => encodeId(id));
    const ids = [...new Set(parsed.ids ?? everything())];
    checkIdCount(ids);
    const list: Record<string, unknown>[] = [];
    const notFound: string[] = [];
    for (const id of ids) {
      const number = rowId(id);
      const row = number === null ? null : findEmailRow(mail, accountId, number);
      if (row) list.push(viewEmail(mail, row, properties, body));
      else notFound.push(id);
    }
    return { accountId, state: typeState(mail, accountId, "Email"), list, notFound };
  };
