import { createEffect, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import type { Mailbox } from "../schema";
import type { MailPreferences } from "../schema/preferences";
import { folderName } from "./folders";
import { ViewMenu } from "./threads/view-menu";

export type ListBarProps = {
  folder: Mailbox;
  /** Conversations in the list, which may be narrowed to some. */
  total: number;
  listed: string;
  preferences: MailPreferences;
};

/** Which folder the list shows, what waits in it, and how it is shown. */
export function ListBar(props: ListBarProps) {
  const isPlain = () => props.listed === "";
  createEffect((before?: string) => {
    const { listed } = props;
    if (before !== undefined && before !== listed) announce(t("threads.shown", { count: untrack(() => props.total) }));
    return listed;
  });
  return (
    <>
      <div data-slot="list-bar">
        <h2>{folderName(props.folder)}</h2>
        <Show
          when={isPlain() && props.folder.unreadThreads > 0 && props.folder.role !== "sent"}
          fallback={<span>{t("webmail.conversationCount", { count: props.total })}</span>}
        >
          <span>{t("webmail.unreadCount", { count: props.folder.unreadThreads })}</span>
        </Show>
      </div>
      <ViewMenu listed={props.listed} preferences={props.preferences} />
    </>
  );
}
