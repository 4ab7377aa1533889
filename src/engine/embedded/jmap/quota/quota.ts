import { z } from "zod";
import { formatState } from "../../mail/mail";
import { MethodError } from "../../seams";
import { ChangesArguments, parseArguments, queryArguments } from "../arguments";
import { matchesFilter, parseFilter, Sort } from "../filter-tree";
import { getMethod } from "../get-method";
import type { Jmap, MethodFactory } from "../jmap";
import { cutPage } from "../page";

const known = [
  "id",
  "resourceType",
  "used",
  "hardLimit",
  "warnLimit",
  "softLimit",
  "scope",
  "name",
  "types",
  "description",
];

/** The account's one quota (RFC 9425), or none when the account has no limit. */
function findQuota({ directory, store }: Jmap, accountId: string): Record<string, unknown> | null {
  const account = directory.findAccount(accountId);
  if (!account || account.maxDiskQuota === 0) return null;
  return {
    id: "a",
    resourceType: "octets",
    used: store.usedDiskQuota(accountId),
    hardLimit: account.maxDiskQuota,
    warnLimit: null,
    softLimit: null,
    scope: "account",
    name: account.emailAddress,
    types: ["Email"],
    description: null,
  };
}

/** Usage and limit are not counted as changes, so the state is made of them. */
const stateOf = (quota: Record<string, unknown> | null) =>
  quota ? formatState(Number(Bun.hash.crc32(`${quota.used} ${quota.hardLimit}`))) : "n";

/** Quota/get. */
export const quotaGet = getMethod(known, (jmap, accountId) => {
  const quota = findQuota(jmap, accountId);
  return {
    state: stateOf(quota),
    all: () => (quota ? ["a"] : []),
    find: (id) => (id === "a" ? quota : null),
  };
});

const Text = z.string().max(255).optional();
const Condition = z.strictObject({ name: Text, scope: Text, resourceType: Text, type: Text });
const QueryArguments = z.strictObject({ ...queryArguments, filter: z.unknown().optional(), sort: Sort });

/** Quota/query. */
export const quotaQuery: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const parsed = parseArguments(QueryArguments, args);
    const filter = parseFilter(Condition, parsed.filter);
    const quota = findQuota(jmap, accountId);
    const matches = ({ name, scope, resourceType, type }: z.infer<typeof Condition>) =>
      (name === undefined || String(quota?.name).includes(name)) &&
      (scope === undefined || scope === "account") &&
      (resourceType === undefined || resourceType === "octets") &&
      (type === undefined || type === "Email");
    const ids = quota && matchesFilter(filter, matches) ? ["a"] : [];
    return {
      accountId,
      queryState: stateOf(quota),
      canCalculateChanges: false,
      ...cutPage(ids, parsed),
      ...(parsed.calculateTotal ? { total: ids.length } : {}),
    };
  };

/** Quota/changes: the usage is not recorded over time. */
export const quotaChanges: MethodFactory =
  (jmap) =>
  async ({ accountId }, args) => {
    const { sinceState } = parseArguments(ChangesArguments, args);
    if (sinceState !== stateOf(findQuota(jmap, accountId))) throw new MethodError("cannotCalculateChanges");
    const none = { created: [], updated: [], destroyed: [], updatedProperties: null };
    return { accountId, oldState: sinceState, newState: sinceState, hasMoreChanges: false, ...none };
  };

/** Quota/queryChanges is never answered. */
export const quotaQueryChanges: MethodFactory = () => async () => {
  throw new MethodError("cannotCalculateChanges");
};
