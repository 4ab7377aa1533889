import { For, Show } from "solid-js";
import { Moment } from "~/features/auth/ui/webhooks/moment";
import { formatBytes } from "~/lib/bytes";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import type { GroupPostPreview } from "../../schema/group-posts";
import "./groups.css";

/** Who wrote what, and why it waits. The text is shown as text, whatever stands in it. */
export const PostFacts = (props: { post: GroupPostPreview }) => (
  <div class="grid grid-cols-1 gap-4">
    <dl data-slot="post-facts">
      <dt>{t("groups.postFrom")}</dt>
      <dd>{props.post.sender}</dd>
      <dt>{t("groups.postReceived")}</dt>
      <dd>
        <Moment at={props.post.receivedAt} />
        {` · ${formatBytes(props.post.size, locale())}`}
      </dd>
      <Show when={props.post.reason}>
        {(reason) => (
          <>
            <dt>{t("groups.postReason")}</dt>
            <dd>{t(`groups.reason_${reason()}`)}</dd>
          </>
        )}
      </Show>
      <Show when={props.post.attachments.length > 0}>
        <dt>{t("groups.postAttachments")}</dt>
        <dd>
          <ul class="m-0 pl-5">
            <For each={props.post.attachments}>
              {({ name, type, size }) => <li>{`${name ?? type} (${formatBytes(size, locale())})`}</li>}
            </For>
          </ul>
        </dd>
      </Show>
    </dl>
    <Show when={props.post.text} fallback={<p class="m-0 text-muted">{t("groups.postEmpty")}</p>}>
      {/* It may be longer than its frame: the keyboard must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre data-slot="post-text" tabindex="0" role="region" aria-label={t("groups.postText")}>
        {props.post.text}
      </pre>
    </Show>
    <Show when={props.post.isCut && props.post.text}>
      <p class="m-0 text-sm text-muted">{t("groups.postCut")}</p>
    </Show>
  </div>
);
