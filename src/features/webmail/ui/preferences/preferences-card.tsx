import { createAsync, useAction, useSubmissions } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { LocaleSwitch } from "~/ui/locale-switch";
import { Notice } from "~/ui/notice";
import { Select } from "~/ui/select";
import { Skeleton } from "~/ui/skeleton";
import { ThemeSwitch } from "~/ui/theme-switch";
import { toast } from "~/ui/toast-store";
import type { MailPreferences, SetMailPreferences } from "../../schema/preferences";
import { failureText } from "../failure-text";
import { hasFailed } from "../page-data";
import { ownPreferences, setPreferences } from "./queries";

/** How the webmail looks and works. Each choice counts at once. */
export function PreferencesCard() {
  const known = createAsync(() => ownPreferences());
  const read = () => {
    const preferences = known();
    return preferences && !hasFailed(preferences) ? preferences : undefined;
  };
  return (
    <Card title={t("preferences.title")} description={t("preferences.description")}>
      <div class="flex flex-wrap items-center gap-4">
        <ThemeSwitch />
        <LocaleSwitch />
      </div>
      <Suspense fallback={<Skeleton />}>
        <Show
          when={read()}
          fallback={
            <Show when={known()}>
              <Notice tone="danger">{t("preferences.failed")}</Notice>
            </Show>
          }
        >
          {(preferences) => <Choices preferences={preferences()} />}
        </Show>
      </Suspense>
    </Card>
  );
}

const seconds = [0, 5, 10, 20, 30] as const;

function Choices(props: { preferences: MailPreferences }) {
  const save = useAction(setPreferences);
  const saving = useSubmissions(setPreferences);
  const now = (): MailPreferences =>
    saving.reduce(
      (shown, { pending, input: [change] }) => (pending ? { ...shown, ...change } : shown),
      props.preferences,
    );
  const set = (change: SetMailPreferences) =>
    void save(change).catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  const select = <K extends "density" | "pane" | "images" | "format">(
    name: K,
    options: readonly MailPreferences[K][],
  ) => (
    <Select
      name={name}
      label={t(`preferences.${name}` as "preferences.density")}
      value={now()[name]}
      options={options.map((value) => ({
        value,
        label: t(`preferences.${name}_${value}` as "preferences.pane_split"),
      }))}
      onChange={(event) => set({ [name]: event.currentTarget.value as MailPreferences[K] })}
    />
  );
  return (
    <div class="mt-4 grid gap-4 sm:grid-cols-2">
      {select("density", ["comfortable", "compact"])}
      {select("pane", ["split", "single"])}
      {select("format", ["rich", "plain"])}
      {select("images", ["ask", "always"])}
      <Select
        name="undoSeconds"
        label={t("preferences.undo")}
        help={t("preferences.undoHelp")}
        value={String(now().undoSeconds)}
        options={seconds.map((value) => ({
          value: String(value),
          label: value === 0 ? t("preferences.undoNever") : t("preferences.undoSeconds", { count: value }),
        }))}
        onChange={(event) => set({ undoSeconds: Number(event.currentTarget.value) as MailPreferences["undoSeconds"] })}
      />
      <Checkbox
        class="self-center"
        label={t("preferences.hasPreviews")}
        checked={now().hasPreviews}
        onChange={(event) => set({ hasPreviews: event.currentTarget.checked })}
      />
    </div>
  );
}
