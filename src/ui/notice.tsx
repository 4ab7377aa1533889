import { type Component, type ComponentProps, type JSX, Show, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Tone } from "./badge";
import type { IconProps } from "./icon";
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from "./basic-icons";

const icons = {
  neutral: InfoIcon,
  accent: InfoIcon,
  success: SuccessIcon,
  warning: WarningIcon,
  danger: ErrorIcon,
} satisfies Record<Tone, Component<IconProps>>;

export type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  tone?: Tone;
  title?: JSX.Element;
  action?: JSX.Element;
};

/** `<Notice tone="danger" title="Could not sign in">…</Notice>`: a message inside the page; `danger` is read out at once. */
export function Notice(props: NoticeProps) {
  const [own, rest] = splitProps(props, ["tone", "title", "action", "children"]);
  const tone = () => own.tone ?? "neutral";
  return (
    <div data-slot="notice" data-tone={tone()} role={tone() === "danger" ? "alert" : undefined} {...rest}>
      <Dynamic component={icons[tone()]} />
      <div data-slot="notice-body">
        <Show when={own.title}>
          <strong>{own.title}</strong>
        </Show>
        {own.children}
      </div>
      {own.action}
    </div>
  );
}
