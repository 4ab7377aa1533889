import { action, json, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { pageData } from "../page-data";

/** One page of the tokens that the member looks after; `after` is the cursor of the page before. */
export const tokenList = query(
  (after?: string) => pageData(() => trpc.auth.tokens.list.query({ after, limit: 50 })),
  "auth.tokens.list",
);

export type TokenWish = Parameters<typeof trpc.auth.tokens.create.mutate>[0];

/** Answers with the token itself, which is shown this once. */
export const createToken = action(async (wish: TokenWish) => {
  const created = await trpc.auth.tokens.create.mutate(wish);
  return json(created, { revalidate: tokenList.key });
}, "auth.tokens.create");

export const revokeToken = action(async (tokenId: string) => {
  await trpc.auth.tokens.revoke.mutate({ tokenId });
  return reload({ revalidate: tokenList.key });
}, "auth.tokens.revoke");

/** The reference of the REST API: it changes only with the server, and nobody needs to be signed in to read it. */
export const apiReference = query(() => trpc.auth.tokens.reference.query(), "auth.tokens.reference");
