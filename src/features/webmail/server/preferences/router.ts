import { z } from "zod";
import { rest } from "~/server/rest/rest";
import { mailboxProcedure, router } from "~/server/trpc";
import { MailPreferences, SetMailPreferences } from "../../schema/preferences";
import { readMailUser } from "../read-mail-user";
import { setPreferences } from "./set-preferences";

export const preferencesRouter = router({
  get: mailboxProcedure
    .meta(rest("GET /webmail/preferences", "Show how the webmail looks and works"))
    .output(z.strictObject(MailPreferences.shape))
    .query(async ({ ctx }) => (await readMailUser(ctx)).preferences),
  set: mailboxProcedure
    .meta(rest("PATCH /webmail/preferences", "Change how the webmail looks and works"))
    .input(SetMailPreferences)
    .output(z.strictObject(MailPreferences.shape))
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
});
