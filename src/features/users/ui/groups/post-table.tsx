import { Moment } from "~/features/auth/ui/webhooks/moment";
import { t } from "~/lib/i18n/t";
import { type Column, DataTable } from "~/ui/data-table";
import type { GroupPost } from "../../schema/group-posts";
import "./groups.css";

/** Posts with why they wait; a press on the subject opens one. */
export function PostTable(props: { posts: GroupPost[] | undefined; onOpen: (postId: string) => void }) {
  const subjectOf = (post: GroupPost) => post.subject || t("groups.postNoSubject");
  const columns = (): Column<GroupPost>[] => [
    {
      id: "subject",
      header: t("groups.postSubject"),
      primary: true,
      cell: (post) => (
        <span class="grid min-w-0 justify-items-start">
          <button
            type="button"
            data-slot="post-open"
            aria-label={t("groups.postOpen", { subject: subjectOf(post) })}
            onClick={() => props.onOpen(post.id)}
          >
            {subjectOf(post)}
          </button>
          <span class="text-sm text-muted break-all">{post.sender}</span>
        </span>
      ),
    },
    {
      id: "reason",
      header: t("groups.postReason"),
      width: "16rem",
      cell: (post) => (post.reason ? t(`groups.reason_${post.reason}`) : ""),
    },
    {
      id: "received",
      header: t("groups.postReceived"),
      width: "13rem",
      cell: (post) => <Moment at={post.receivedAt} />,
    },
  ];
  return <DataTable caption={t("groups.posts")} columns={columns()} rows={props.posts} by={({ id }) => id} />;
}
