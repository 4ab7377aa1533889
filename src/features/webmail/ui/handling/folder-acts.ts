import { t } from "~/lib/i18n/t";
import type { MenuItem } from "~/ui/menu";
import type { Mailbox } from "../../schema";
import type { Handling } from "./handling";

/** What can be done with a folder, as entries of a menu. Those with a role stay as and where they are. */
export function folderActs(folder: Mailbox, handling: Handling): MenuItem[] {
  const { askAbout } = handling;
  const isOwn = folder.role === null;
  const bulk = (act: Parameters<Handling["perform"]>[0]) => () =>
    askAbout({ ask: "bulk", act, scope: { folder, count: folder.totalThreads } });
  return [
    {
      label: t("arranging.markAllRead"),
      disabled: folder.unreadThreads === 0,
      onSelect: () =>
        askAbout({
          ...{ ask: "bulk", act: { do: "mark", keyword: "$seen", value: true } },
          scope: { folder, filter: { unread: true }, count: folder.unreadThreads },
        }),
    },
    ...(folder.role === "trash" || folder.role === "junk"
      ? [
          {
            label: t(folder.role === "trash" ? "arranging.emptyTrash" : "arranging.emptyJunk"),
            tone: "danger" as const,
            disabled: folder.totalThreads === 0,
            onSelect: bulk({ do: "destroy" }),
          },
        ]
      : []),
    ...(isOwn
      ? [
          { label: t("arranging.newFolderInside"), onSelect: () => askAbout({ ask: "folderName", parent: folder }) },
          { label: t("arranging.renameFolder"), onSelect: () => askAbout({ ask: "folderName", folder }) },
          { label: t("arranging.placeFolder"), onSelect: () => askAbout({ ask: "folderPlace", folder }) },
          "separator" as const,
          {
            label: t("arranging.removeFolder"),
            tone: "danger" as const,
            onSelect: () => askAbout({ ask: "removeFolder", folder }),
          },
        ]
      : []),
  ];
}
