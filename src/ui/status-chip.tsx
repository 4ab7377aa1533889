import { type Component, type ComponentProps, splitProps } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Tone } from "./badge";
import type { IconProps } from "./icon";
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from "./basic-icons";
import { ClockIcon } from "./icons";

const icons = {
  neutral: ClockIcon,
  accent: InfoIcon,
  success: SuccessIcon,
  warning: WarningIcon,
  danger: ErrorIcon,
} satisfies Record<Tone, Component<IconProps>>;

/** `<StatusChip tone="success">Verified</StatusChip>`: a state in words, with an icon and a colour that repeat it. */
export function StatusChip(props: ComponentProps<"span"> & { tone: Tone; icon?: Component<IconProps> }) {
  const [own, rest] = splitProps(props, ["tone", "icon", "children"]);
  return (
    <span data-slot="status-chip" data-tone={own.tone} {...rest}>
      <Dynamic component={own.icon ?? icons[own.tone]} size={14} />
      {own.children}
    </span>
  );
}
