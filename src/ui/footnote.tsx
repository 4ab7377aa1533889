import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";

/** `<Footnote />`: the reader's choices, language and theme, at the foot of a page without a menu. */
export const Footnote = () => (
  <div data-slot="footnote">
    <LocaleSwitch />
    <ThemeSwitch />
  </div>
);
