import type { EngineAccount } from "~/engine/engine-directory";

/** An account as both sides can name it. */
export type ComparedAccount = Pick<EngineAccount, "displayName" | "quotaBytes" | "blocks" | "aliases">;

const sorted = (names: readonly string[] = []): string => names.toSorted().join(" ");

const aspects = {
  name: ({ displayName }) => displayName,
  quota: ({ quotaBytes }) => String(quotaBytes),
  blocks: ({ blocks }) => sorted(blocks),
  aliases: ({ aliases }) => sorted(aliases),
} satisfies Record<string, (account: ComparedAccount) => string>;

/** What an account is in one way here and in another there, each as `address aspect`. */
export const accountDifferences = (address: string, wanted: ComparedAccount, found: ComparedAccount): string[] =>
  Object.entries(aspects).flatMap(([name, of]) => (of(wanted) === of(found) ? [] : [`${address} ${name}`]));

export const isSameList = (wanted: readonly string[], found: readonly string[]): boolean =>
  sorted(wanted) === sorted(found);
