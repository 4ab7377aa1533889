import { createSignal, For, onMount } from "solid-js";
import { t } from "~/lib/i18n/t";
import { MonitorIcon, MoonIcon, SunIcon } from "./basic-icons";
import { setTheme, type Theme, theme } from "./preferences";

const choices = [
  { value: "light", key: "common.themeLight", icon: SunIcon },
  { value: "dark", key: "common.themeDark", icon: MoonIcon },
  { value: "system", key: "common.themeSystem", icon: MonitorIcon },
] as const satisfies readonly { value: Theme; key: string; icon: unknown }[];

/** `<ThemeSwitch />`: light, dark or as the system says; remembered in a cookie. */
export function ThemeSwitch() {
  const [isReady, setReady] = createSignal(false);
  onMount(() => setReady(true));
  return (
    <fieldset data-slot="theme-switch">
      <legend class="sr-only">{t("common.theme")}</legend>
      <For each={choices}>
        {(choice) => (
          <button
            type="button"
            aria-label={t(choice.key)}
            title={t(choice.key)}
            aria-pressed={isReady() && theme() === choice.value}
            onClick={() => setTheme(choice.value)}
          >
            <choice.icon size={16} />
          </button>
        )}
      </For>
    </fieldset>
  );
}
