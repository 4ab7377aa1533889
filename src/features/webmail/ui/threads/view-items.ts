import { t } from "~/lib/i18n/t";
import type { MenuItem } from "~/ui/menu";
import type { MailPreferences, SetMailPreferences } from "../../schema/preferences";
import { readView, type SortName, sortNames } from "./list-view";

export type ViewItemsOptions = {
  listed: string;
  preferences: MailPreferences;
  sortBy: (sort: SortName | undefined) => void;
  save: (change: SetMailPreferences) => void;
};

/** What can be chosen of how a list is shown. */
export function viewItems({ listed, preferences, sortBy, save }: ViewItemsOptions): MenuItem[] {
  const { density, hasPreviews, pane } = preferences;
  const order = (sort: SortName | undefined): MenuItem => ({
    label: t(`threads.sort_${sort ?? "newest"}`),
    checked: readView(listed).sort === sort,
    onSelect: () => sortBy(sort),
  });
  const choice = (label: string, checked: boolean, change: SetMailPreferences): MenuItem => ({
    ...{ label, checked },
    onSelect: () => save(change),
  });
  const [isCompact, isSplit] = [density === "compact", pane === "split"];
  return [
    { heading: t("threads.sort") },
    ...[undefined, ...sortNames].map(order),
    "separator",
    { heading: t("threads.view") },
    choice(t("threads.compact"), isCompact, { density: isCompact ? "comfortable" : "compact" }),
    choice(t("threads.previews"), hasPreviews, { hasPreviews: !hasPreviews }),
    choice(t("threads.split"), isSplit, { pane: isSplit ? "single" : "split" }),
  ];
}
