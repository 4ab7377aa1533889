import { icon } from "./icon";

/** Icons of the pages that strangers see first, apart from all others: a module is never split between two bundles. */
export const CloseIcon = /* @__PURE__ */ icon("m6 6 12 12M18 6 6 18");
export const SuccessIcon = /* @__PURE__ */ icon(
  "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12.3l2.8 2.8L16 9.5",
);
export const ErrorIcon = /* @__PURE__ */ icon("M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9 9l6 6m0-6-6 6");
export const InfoIcon = /* @__PURE__ */ icon("M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5m0-8.5h.01");
export const WarningIcon = /* @__PURE__ */ icon("M12 4 2.8 19.5h18.4zM12 10v4.5m0 2.5h.01");
export const EyeIcon = /* @__PURE__ */ icon(
  "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
);
export const EyeOffIcon = /* @__PURE__ */ icon(
  "M10 5.7A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.7 3.5M6.5 7.2A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 5-1.6M3.5 3.5l17 17",
);
export const MonitorIcon = /* @__PURE__ */ icon("M3.5 5h17v11h-17zM9 20h6m-3-4v4");
export const MoonIcon = /* @__PURE__ */ icon("M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z");
export const SunIcon = /* @__PURE__ */ icon(
  "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5V4m0 16v1.5M2.5 12H4m16 0h1.5M5.3 5.3l1 1m11.4 11.4 1 1m0-13.4-1 1M6.3 17.7l-1 1",
);
export const KeyIcon = /* @__PURE__ */ icon("M8 19.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm3-6.5 8.5-8.5M15.5 8.5 18.5 11.5");
