import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Mailbox } from "../schema";
import { folderName } from "./folders";

/** Which folder the list shows and what waits in it. */
export const ListBar = (props: { folder: Mailbox }) => (
  <div data-slot="list-bar">
    <h2>{folderName(props.folder)}</h2>
    <Show
      when={props.folder.unreadThreads > 0 && props.folder.role !== "sent"}
      fallback={<span>{t("webmail.conversationCount", { count: props.folder.totalThreads })}</span>}
    >
      <span>{t("webmail.unreadCount", { count: props.folder.unreadThreads })}</span>
    </Show>
  </div>
);
