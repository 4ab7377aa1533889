import { useAction, useNavigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { SettingsIcon } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import { toast } from "~/ui/toast-store";
import type { MailPreferences, SetMailPreferences } from "../../schema/preferences";
import { failureText } from "../failure-text";
import { setPreferences } from "../preferences/queries";
import { useViewLink } from "./list-filters";
import type { SortName } from "./list-view";
import type { viewItems } from "./view-items";

/** In which order the list is, and how much of each conversation it shows. */
export function ViewMenu(props: { listed: string; preferences: MailPreferences }) {
  const setThem = useAction(setPreferences);
  const navigate = useNavigate();
  const linkTo = useViewLink();
  const [make, setMake] = createSignal<typeof viewItems>();
  const load = () =>
    void import("./view-items").then(
      (loaded) => setMake(() => loaded.viewItems),
      () => {},
    );
  const save = (change: SetMailPreferences) =>
    void setThem(change).catch((error: unknown) => void toast(failureText(error), { tone: "danger" }));
  const sortBy = (sort: SortName | undefined) => navigate(linkTo({ sort }), { scroll: false });
  return (
    <Menu
      placement="bottom-end"
      items={make()?.({ ...props, save, sortBy }) ?? []}
      onApproach={load}
      trigger={(trigger) => (
        <IconButton label={t("threads.viewMenu")} {...trigger}>
          <SettingsIcon />
        </IconButton>
      )}
    />
  );
}
