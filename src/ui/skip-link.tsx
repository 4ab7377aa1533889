import { t } from "~/lib/i18n/t";

/** First thing in a shell: lets the keyboard jump to `<main id="content" tabindex="-1">`. */
export const SkipLink = () => (
  <a data-slot="skip-link" href="#content" target="_self">
    {t("common.skipToContent")}
  </a>
);
