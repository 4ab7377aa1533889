import { z } from "zod";
import { readBlob } from "../../mail/blobs";
import { typeState } from "../../mail/read-changes";
import { MethodError } from "../../seams";
import { Id, parseArguments, queryArguments } from "../arguments";
import { matchesFilter, parseFilter, Sort } from "../filter-tree";
import { getMethod } from "../get-method";
import type { MethodFactory } from "../jmap";
import { findObject, listObjects } from "../object-store";
import { queryList } from "../query-list";
import type { SieveScript } from "./sieve-script";
import { findScriptProblem } from "./validate-script";

/** SieveScript/get (RFC 9661 section 2.2). */
export const sieveGet = getMethod(["id", "name", "blobId", "isActive"], ({ mail }, accountId) => ({
  state: typeState(mail, accountId, "SieveScript"),
  all: () => listObjects<SieveScript>(mail, accountId, "SieveScript").map(({ id }) => id),
  find(id) {
    const found = findObject<SieveScript>(mail, accountId, "SieveScript", id);
    return found && { id, ...found.value };
  },
}));

const Condition = z.strictObject({ name: z.string().max(512).optional(), isActive: z.boolean().optional() });
const QueryArguments = z.strictObject({ ...queryArguments, filter: z.unknown().optional(), sort: Sort });

/** SieveScript/query (RFC 9661 section 2.5), sorted by name or isActive. */
export const sieveQuery: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(QueryArguments, args);
    const filter = parseFilter(Condition, parsed.filter);
    const found = listObjects<SieveScript>(mail, accountId, "SieveScript").filter(({ value }) =>
      matchesFilter(filter, ({ name, isActive }) => {
        const named = name === undefined || value.name.toLowerCase().includes(name.toLowerCase());
        return named && (isActive === undefined || value.isActive === isActive);
      }),
    );
    for (const { property, isAscending } of (parsed.sort ?? []).toReversed()) {
      if (property !== "name" && property !== "isActive") throw new MethodError("unsupportedSort", property);
      const sign = isAscending === false ? -1 : 1;
      found.sort((a, b) => sign * String(a.value[property]).localeCompare(String(b.value[property]), "en"));
    }
    return queryList(
      mail,
      accountId,
      "SieveScript",
      found.map(({ id }) => id),
      parsed,
    );
  };

const ValidateArguments = z.strictObject({ accountId: Id, blobId: Id });

/** SieveScript/validate (RFC 9661 section 2.6). */
export const sieveValidate: MethodFactory =
  ({ mail }) =>
  async ({ accountId }, args) => {
    const { blobId } = parseArguments(ValidateArguments, args);
    const bytes = readBlob(mail, accountId, blobId);
    if (!bytes) throw new MethodError("blobNotFound", "There is no such blob.");
    const problem = findScriptProblem(new TextDecoder().decode(bytes));
    return { accountId, error: problem === null ? null : { type: "invalidScript", description: problem } };
  };
