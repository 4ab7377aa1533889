import { createEffect, on } from "solid-js";
import { locale } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { fileFailure } from "../files/file-failure";
import type { SaveState } from "./autosave";

const timeOf = (at: string) => new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

function textOf(state: SaveState): string {
  if (state.is === "new") return "";
  if (state.is === "saving") return t("drafts.saving");
  if (state.is === "saved") return t("drafts.savedAt", { time: timeOf(state.at) });
  if (state.failure === undefined) return t("drafts.offline");
  return `${t("drafts.notSaved")} ${fileFailure(state.error)}`;
}

/** Whether what is written is safe. Read out when that changes, not each time it is saved. */
export function SaveStatus(props: { state: SaveState }) {
  createEffect(
    on(
      () => props.state,
      (now, before) => {
        if (now.is === "unsaved" && before?.is !== "unsaved") announce(textOf(now));
      },
      { defer: true },
    ),
  );
  let wasSafe = false;
  createEffect(() => {
    const isSafe = props.state.is === "saved" || (wasSafe && props.state.is === "saving");
    if (isSafe && !wasSafe) announce(textOf(props.state));
    wasSafe = isSafe;
  });
  return (
    <small data-slot="save-status" data-state={props.state.is} aria-hidden="true">
      {textOf(props.state)}
    </small>
  );
}
