import { revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { CreateFolder, UpdateFolder } from "../../schema/folders";
import { mailKeys } from "../queries";

/** Makes a folder and answers with its id once the page knows it. Rejects with the failure. */
export async function createFolder(folder: CreateFolder): Promise<string> {
  const { mailboxId } = await trpc.webmail.folders.create.mutate(folder);
  await revalidate(mailKeys);
  return mailboxId;
}

export async function updateFolder(change: UpdateFolder): Promise<void> {
  await trpc.webmail.folders.update.mutate(change);
  await revalidate(mailKeys);
}
