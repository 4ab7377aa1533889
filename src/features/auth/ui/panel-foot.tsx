import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ThemeSwitch } from "~/ui/theme-switch";

/** Below the panel's navigation: whether this is the real thing, and the appearance. */
export const PanelFoot = (props: { isTrial: boolean }) => (
  <div class="grid justify-items-start gap-3">
    <Show when={props.isTrial}>
      <p class="m-0 text-sm text-muted">{t("auth.trialNote")}</p>
    </Show>
    <ThemeSwitch />
  </div>
);
