import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";

/** A link that does nothing any more, and the way to another one. */
export const LinkRefused = (props: { children: JSX.Element }) => (
  <div class="grid gap-4">
    <Notice tone="warning" title={t("account.linkRefusedTitle")}>
      {t("account.linkRefusedText")}
    </Notice>
    {props.children}
  </div>
);
