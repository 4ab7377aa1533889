import { For } from "solid-js";
import { locale, locales } from "~/lib/i18n/catalogue";
import { t } from "~/lib/i18n/t";
import { setLocale } from "./preferences";

const names = { en: "English", de: "Deutsch" } as const;

/** `<LocaleSwitch />`: the languages by their own names; choosing one loads the page again in it. */
export const LocaleSwitch = () => (
  <fieldset data-slot="locale-switch">
    <legend class="sr-only">{t("common.language")}</legend>
    <For each={locales}>
      {(choice) => (
        <button
          type="button"
          lang={choice}
          aria-pressed={choice === locale()}
          onClick={() => choice !== locale() && setLocale(choice)}
        >
          {names[choice]}
        </button>
      )}
    </For>
  </fieldset>
);
