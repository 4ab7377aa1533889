import { createAsync } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { InboxIcon } from "~/ui/icons";
import { lazyPart } from "~/ui/lazy-part";
import type { Group } from "../../schema/groups";
import { PostTable } from "./post-table";
import { heldPosts } from "./queries";

const PostDialog = lazyPart(
  () => import("./post-dialog"),
  (part) => part.onClose(),
);

/** The posts that wait for somebody to decide, for those who may. */
export function GroupPosts(props: { group: Group }) {
  const [after, setAfter] = createSignal<string>();
  const [opened, setOpened] = createSignal<string>();
  const page = createAsync(() => heldPosts({ groupId: props.group.id, after: after() }));
  const isEmpty = () => page()?.posts.length === 0 && !after();
  return (
    <Card title={t("groups.posts")} description={t("groups.postsText")}>
      <Show when={page() !== null} fallback={<p class="m-0 text-muted">{t("groups.postsNotAllowed")}</p>}>
        <Show
          when={!isEmpty()}
          fallback={
            <EmptyState icon={<InboxIcon />} title={t("groups.postsEmptyTitle")}>
              {t("groups.postsEmptyText")}
            </EmptyState>
          }
        >
          <PostTable posts={page()?.posts} onOpen={setOpened} />
        </Show>
        <Show when={after() || page()?.next}>
          <div class="flex flex-wrap gap-2 mt-4">
            <Show when={after()}>
              <Button onClick={() => setAfter(undefined)}>{t("groups.firstPage")}</Button>
            </Show>
            <Show when={page()?.next}>
              {(next) => <Button onClick={() => setAfter(next())}>{t("groups.nextPage")}</Button>}
            </Show>
          </div>
        </Show>
      </Show>
      <Show when={opened()}>
        {(postId) => <PostDialog groupId={props.group.id} postId={postId()} onClose={() => setOpened(undefined)} />}
      </Show>
    </Card>
  );
}
