import { createAsync, useAction } from "@solidjs/router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Skeleton } from "~/ui/skeleton";
import { TextArea } from "~/ui/text-area";
import { toast } from "~/ui/toast-store";
import { groupFailure } from "./group-failure";
import { PostFacts } from "./post-facts";
import { approvePost, heldPost, rejectPost } from "./queries";

export type PostDialogProps = { groupId: string; postId: string; onClose: () => void };

/** One post to decide about: its words as plain text, and what may be done with it. */
export default function PostDialog(props: PostDialogProps) {
  const post = createAsync(() => heldPost(props.groupId, props.postId));
  const [approve, reject] = [useAction(approvePost), useAction(rejectPost)];
  const [busy, setBusy] = createSignal<"approve" | "reject">();
  const [word, setWord] = createSignal("");
  const [isRejecting, setRejecting] = createSignal(false);
  createEffect(
    on(post, (found) => {
      if (found !== null) return;
      toast(t("groups.failure_post_gone"), { tone: "danger" });
      props.onClose();
    }),
  );
  const decide = async (what: "approve" | "reject") => {
    const { groupId, postId, onClose } = props;
    setBusy(what);
    try {
      await (what === "approve" ? approve(groupId, postId) : reject(groupId, postId, word().trim()));
      onClose();
      toast(what === "approve" ? t("groups.approved") : t("groups.rejected"), { tone: "success" });
    } catch (error) {
      toast(groupFailure(error), { tone: "danger" });
    }
    setBusy(undefined);
  };
  return (
    <Dialog
      open
      size="lg"
      title={isRejecting() ? t("groups.rejectTitle") : post.latest?.subject || t("groups.postNoSubject")}
      description={isRejecting() ? t("groups.rejectText") : undefined}
      onClose={props.onClose}
      footer={
        <Show
          when={isRejecting()}
          fallback={
            <>
              <Button variant="danger" onClick={() => setRejecting(true)}>
                {t("groups.reject")}
              </Button>
              <Button variant="primary" busy={busy() === "approve"} onClick={() => void decide("approve")}>
                {t("groups.approve")}
              </Button>
            </>
          }
        >
          <Button onClick={() => setRejecting(false)}>{t("common.cancel")}</Button>
          <Button variant="danger" busy={busy() === "reject"} onClick={() => void decide("reject")}>
            {t("groups.reject")}
          </Button>
        </Show>
      }
    >
      <Show
        when={isRejecting()}
        fallback={
          <Show when={post.latest} fallback={<Skeleton class="h-48" />}>
            {(found) => <PostFacts post={found()} />}
          </Show>
        }
      >
        <TextArea
          label={t("groups.rejectWord")}
          help={t("groups.rejectWordHelp")}
          name="word"
          optional
          maxlength={2000}
          rows={4}
          value={word()}
          onInput={({ currentTarget }) => setWord(currentTarget.value)}
        />
      </Show>
    </Dialog>
  );
}
