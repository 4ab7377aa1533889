import { revalidate } from "@solidjs/router";
import { trpc } from "~/trpc/client";
import type { Label, LabelColour, UpdateLabel } from "../../schema/labels";
import { folderView } from "../queries";

/** Makes a label and answers with it once the page knows it. Rejects with the failure. */
export async function createLabel(label: { name: string; colour?: LabelColour }): Promise<Label> {
  const made = await trpc.webmail.labels.create.mutate(label);
  await revalidate(folderView.key);
  return made;
}

export async function updateLabel(change: UpdateLabel): Promise<void> {
  await trpc.webmail.labels.update.mutate(change);
  await revalidate(folderView.key);
}

export async function removeLabel(labelId: string): Promise<void> {
  await trpc.webmail.labels.remove.mutate({ labelId });
  await revalidate(folderView.key);
}
