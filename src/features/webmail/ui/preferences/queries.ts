import { action, query, reload } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { SetMailPreferences } from "../../schema/preferences";
import { pageData } from "../page-data";
import { folderView } from "../queries";

/** How the person wants the webmail to be. */
export const ownPreferences = query(() => pageData(() => trpc.webmail.preferences.get.query()), "webmail.preferences");

/** Changes what is given. */
export const setPreferences = action(async (change: SetMailPreferences) => {
  await trpc.webmail.preferences.set.mutate(change);
  return reload({ revalidate: [ownPreferences.key, folderView.key] });
}, "webmail.preferences.set");
