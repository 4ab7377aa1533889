import { revalidate, useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { ConfirmDialog } from "~/ui/confirm-dialog";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import { toast } from "~/ui/toast-store";
import type { Mailbox, Overview } from "../../schema";
import { folderName, folderPath } from "../folders";
import { mailKeys } from "../queries";
import { foldersInside } from "./folders-inside";
import { handlingFailure } from "./handling-failure";
import { runBulk } from "./run-bulk";

const toTrash = { do: "move", to: { role: "trash" } } as const;

/** Removes a folder and those inside it, once it is said how much mail goes to the trash with them. */
export function RemoveFolderDialog(props: { folder: Mailbox; view: Overview; onClose: () => void }) {
  const navigate = useNavigate();
  // As it was asked: folders go while this runs.
  const all = untrack(() => foldersInside(props.view.mailboxes, props.folder.id));
  const count = all.reduce((sum, { totalThreads }) => sum + totalThreads, 0);
  const [done, setDone] = createSignal<number>();
  const [failure, setFailure] = createSignal("");
  const running = new AbortController();
  onCleanup(() => running.abort());
  const remove = async () => {
    setFailure("");
    setDone(0);
    try {
      const { signal } = running;
      for (const { id, totalMessages } of all) {
        if (totalMessages > 0)
          await runBulk(
            { mailboxId: id, act: toTrash },
            { signal, onDone: (more) => setDone((now = 0) => now + more) },
          );
        if (signal.aborted) return;
        await trpc.webmail.folders.remove.mutate({ mailboxId: id });
      }
      toast(t("arranging.folderRemoved", { name: folderName(props.folder) }));
      if (all.some(({ id }) => id === props.view.page.mailboxId)) navigate(folderPath({ id: "", role: "inbox" }));
      props.onClose();
    } catch (error) {
      setFailure(handlingFailure(error));
      setDone(undefined);
    } finally {
      void revalidate(mailKeys);
    }
  };
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={t("arranging.removeFolderTitle", { name: folderName(props.folder) })}
      confirmLabel={t("arranging.removeFolder")}
      busy={done() !== undefined}
      onClose={() => (running.abort(), props.onClose())}
      onConfirm={() => void remove()}
    >
      <div class="grid gap-4">
        <Show when={failure()}>
          <Notice tone="danger">{failure()}</Notice>
        </Show>
        <Show when={all.length > 1}>
          <p>{t("arranging.removeFolderInside", { count: all.length - 1 })}</p>
        </Show>
        <p>{count > 0 ? t("arranging.removeFolderMail", { count }) : t("arranging.removeFolderEmpty")}</p>
        <Show when={count > 0 && done() !== undefined}>
          <Progress
            label={t("arranging.removeFolderMail", { count })}
            value={Math.min(done() ?? 0, count)}
            max={count}
            text={t("arranging.bulkProgress", { done: done() ?? 0, count })}
          />
        </Show>
      </div>
    </ConfirmDialog>
  );
}
