import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { FindMail, SearchPage } from "../../schema/search";
import { findMail } from "./find-mail";

export const searchRouter = router({
  find: mailboxProcedure
    .meta(
      rest("GET /webmail/search", "Search the mail", {
        description: 'For example `from:grace has:attachment "big plan" -draft older_than:2w in:Projects`.',
      }),
    )
    .input(FindMail)
    .output(SearchPage)
    .query(({ ctx, input }) => findMail(ctx, input)),
});
