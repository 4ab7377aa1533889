import { CopyButton } from "~/ui/copy-button";
import "./webhooks.css";

/** Text for a program, as it is, with a button that copies it; what has no lines of its own `wraps`. */
export const CodeBlock = (props: { text: string; copyLabel: string; label: string; wraps?: boolean }) => (
  <div data-slot="webhook-code" data-wraps={props.wraps || undefined}>
    {/* It may be wider than its frame: the keyboard must be able to scroll it. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <pre tabindex="0" role="region" aria-label={props.label}>
      <code>{props.text}</code>
    </pre>
    <CopyButton text={props.text} label={props.copyLabel} />
  </div>
);
