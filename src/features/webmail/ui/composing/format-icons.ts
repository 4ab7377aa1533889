import { icon } from "~/ui/icon";

export const BoldIcon = /* @__PURE__ */ icon("M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z");
export const ItalicIcon = /* @__PURE__ */ icon("M10 5h8M6 19h8M14.5 5l-5 14");
export const UnderlineIcon = /* @__PURE__ */ icon("M7 4v7a5 5 0 0 0 10 0V4M5 20h14");
export const BulletsIcon = /* @__PURE__ */ icon("M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01");
export const NumbersIcon = /* @__PURE__ */ icon("M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.5v5M4 15h2.5L4 19.5h2.5");
export const QuoteIcon = /* @__PURE__ */ icon("M4 5v14M9 7h11M9 12h11M9 17h7");
export const LinkIcon = /* @__PURE__ */ icon(
  "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
);
export const ClearIcon = /* @__PURE__ */ icon("M6 5h13M12.5 5 10 15M6 20h6m4-5 5 5m0-5-5 5");
