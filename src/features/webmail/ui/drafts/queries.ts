import { revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import { folderView } from "../queries";

type Client = typeof trpc.webmail.drafts;

/** Rejects with the failure. While the page is left the browser finishes it (`link.browser.ts`). */
export const saveDraft: Client["save"]["mutate"] = (draft) => trpc.webmail.drafts.save.mutate(draft);
export const openDraft: Client["open"]["query"] = (draft) => trpc.webmail.drafts.open.query(draft);
export const removeDraft: Client["remove"]["mutate"] = (draft) => trpc.webmail.drafts.remove.mutate(draft);

const isInDrafts = () => window.location.pathname.startsWith("/mail/drafts");

/** The list of drafts follows what is saved, when it is looked at; all others hear of it by themselves. */
export const readMailAgain = async (): Promise<void> => {
  if (isInDrafts()) await revalidate(folderView.key);
};
