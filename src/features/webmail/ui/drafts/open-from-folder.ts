import { useNavigate } from "@solidjs/router";
import { createEffect, on } from "solid-js";
import { toast } from "~/ui/toast-store";
import type { Mailbox, Message } from "../../schema";
import type { Desk } from "../composer-desk";
import { folderPath } from "../folders";

export type OpenDraftsOptions = {
  folder: () => Mailbox;
  threadId: () => string | undefined;
  messages: () => readonly Message[];
  own: () => string;
  desk: Desk;
};

/** In Drafts a row does not lead to the reader but to the composer, where its message is gone on with. */
export function openDrafts({ folder, threadId, messages, own, desk }: OpenDraftsOptions): void {
  const navigate = useNavigate();
  const draft = () =>
    folder().role === "drafts" && threadId() !== undefined
      ? messages().findLast(
          ({ keywords, mailboxIds }) => keywords.includes("$draft") && mailboxIds.includes(folder().id),
        )
      : undefined;
  createEffect(
    on(
      () => draft()?.id,
      (draftId) => {
        if (draftId === undefined) return;
        navigate(folderPath(folder()), { replace: true, scroll: false });
        void open(draftId);
      },
    ),
  );

  async function open(draftId: string): Promise<void> {
    // None of this is needed to read mail.
    const [{ fetchDraft }, { findOpenDraft }, { fileFailure }, { loadAreas }] = await Promise.all([
      import("./opened-draft"),
      import("./open-drafts"),
      import("../files/file-failure"),
      import("~/lib/i18n/browser"),
    ]);
    try {
      const found = await fetchDraft(draftId, own());
      if (!findOpenDraft(found.id)) desk.open({ begin: "kept", draft: found });
    } catch (error) {
      await loadAreas(["drafts"]).catch(() => {});
      toast(fileFailure(error), { tone: "danger" });
    }
  }
}
