import { createEffect, onCleanup, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { CloseIcon, ErrorIcon, SuccessIcon } from "./basic-icons";
import { dismissToast, type Toast } from "./toast-store";

/** One notice of the `ToastRegion`. Never fetched later: it is what says that the server is away. */
export function ToastCard(props: { toast: Toast; isHeld: boolean }) {
  const dismiss = () => dismissToast(props.toast.id);
  createEffect(() => {
    if (props.isHeld || props.toast.duration === 0) return;
    const timer = setTimeout(dismiss, props.toast.duration);
    onCleanup(() => clearTimeout(timer));
  });
  const act = () => {
    dismiss();
    props.toast.action?.onSelect();
  };
  return (
    <div data-slot="toast" data-tone={props.toast.tone ?? "neutral"}>
      <Show when={props.toast.tone === "success"}>
        <SuccessIcon />
      </Show>
      <Show when={props.toast.tone === "danger"}>
        <ErrorIcon />
      </Show>
      <p>{props.toast.text}</p>
      <Show when={props.toast.action}>
        {(shown) => (
          <Button size="sm" variant="ghost" onClick={act}>
            {shown().label}
          </Button>
        )}
      </Show>
      <IconButton size="sm" label={t("common.dismiss")} onClick={dismiss}>
        <CloseIcon size={16} />
      </IconButton>
    </div>
  );
}
