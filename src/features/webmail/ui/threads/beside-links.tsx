import type { Component } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { IconProps } from "~/ui/icon";
import { ChevronDownIcon } from "~/ui/icons";
import { besideOpen } from "./list-cursor";

/** The conversations before and after the open one, for where the list is not beside it. */
const BesideLinks = () => (
  <span data-slot="beside">
    <BesideLink to={besideOpen.before()} rel="prev" label={t("threads.previous")} icon={ChevronUp} />
    <BesideLink to={besideOpen.after()} rel="next" label={t("threads.next")} icon={ChevronDownIcon} />
  </span>
);

const ChevronUp = (props: IconProps) => <ChevronDownIcon style={{ rotate: "180deg" }} {...props} />;

const BesideLink = (props: { to: string | undefined; rel: string; label: string; icon: Component<IconProps> }) => (
  <a
    data-slot="icon-button"
    data-variant="ghost"
    data-size="md"
    href={props.to}
    // Without an address it is none to a browser.
    role={props.to ? undefined : "link"}
    rel={props.rel}
    aria-label={props.label}
    aria-disabled={props.to ? undefined : "true"}
    title={props.label}
  >
    <props.icon />
  </a>
);

export default BesideLinks;
