import { type ComponentProps, createSignal, onCleanup, Show, splitProps } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "./announce";
import { IconButton } from "./icon-button";
import { CheckIcon, CopyIcon } from "./icons";

export type CopyButtonProps = Omit<ComponentProps<"button">, "onClick"> & { text: string; label?: string };

/** `<CopyButton text={record.value} label="Copy value" />`: puts text on the clipboard and says so. */
export function CopyButton(props: CopyButtonProps) {
  const [own, rest] = splitProps(props, ["text", "label"]);
  const [isCopied, setCopied] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const copy = async () => {
    await navigator.clipboard.writeText(own.text);
    setCopied(true);
    announce(t("common.copied"));
    clearTimeout(timer);
    timer = setTimeout(() => setCopied(false), 2_000);
  };
  onCleanup(() => clearTimeout(timer));
  return (
    <IconButton
      size="sm"
      label={isCopied() ? t("common.copied") : (own.label ?? t("common.copy"))}
      data-copied={isCopied() ? "" : undefined}
      onClick={copy}
      {...rest}
    >
      <Show when={isCopied()} fallback={<CopyIcon size={16} />}>
        <CheckIcon size={16} />
      </Show>
    </IconButton>
  );
}
