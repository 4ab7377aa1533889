import { icon } from "./icon";

/** `<PlusIcon size={16} />`: one function per icon, so that a bundle carries only those it shows. */
export const PlusIcon = /* @__PURE__ */ icon("M12 5v14M5 12h14");
export const CheckIcon = /* @__PURE__ */ icon("m5 12.5 4.5 4.5L19 7.5");
export const ChevronDownIcon = /* @__PURE__ */ icon("m6 9.5 6 6 6-6");
export const ChevronRightIcon = /* @__PURE__ */ icon("m9.5 6 6 6-6 6");
export const ArrowLeftIcon = /* @__PURE__ */ icon("M19 12H5m6-6-6 6 6 6");
export const ArrowRightIcon = /* @__PURE__ */ icon("M5 12h14m-6-6 6 6-6 6");
export const SearchIcon = /* @__PURE__ */ icon("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.5 4.5");
export const MenuIcon = /* @__PURE__ */ icon("M4 7h16M4 12h16M4 17h16");
export const MoreIcon = /* @__PURE__ */ icon(
  "M5.7 12a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0Zm7 0a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0Zm7 0a.7.7 0 1 1-1.4 0 .7.7 0 0 1 1.4 0Z",
);
export const HomeIcon = /* @__PURE__ */ icon("m4 11 8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z");
export const MailIcon = /* @__PURE__ */ icon("M4 6h16v12H4zM4 7l8 6 8-6");
export const InboxIcon = /* @__PURE__ */ icon("M4 13 6.5 5h11L20 13v6H4zm0 0h4.5l1.5 3h4l1.5-3H20");
export const SendIcon = /* @__PURE__ */ icon("M20.5 3.5 3.5 10l7 3.5L14 20.5zm0 0-10 10");
export const ArchiveIcon = /* @__PURE__ */ icon("M4 5h16v4H4zm1.5 4v10h13V9M10 13h4");
export const TrashIcon = /* @__PURE__ */ icon("M5 7h14M10 7V4h4v3m3 0-.8 13H7.8L7 7m3.5 4v5m3-5v5");
export const StarIcon = /* @__PURE__ */ icon("m12 4 2.4 5.2 5.6.7-4.1 3.9 1 5.7L12 16.7l-4.9 2.8 1-5.7L4 9.9l5.6-.7z");
export const SpamIcon = /* @__PURE__ */ icon("M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12");
export const DraftIcon = /* @__PURE__ */ icon("M6 3.5h8l4 4V20.5H6zM14 3.5v4h4M9 12h6m-6 4h4");
export const FolderIcon = /* @__PURE__ */ icon("M4 6h5.5l2 2.5H20V19H4z");
export const ReplyIcon = /* @__PURE__ */ icon("M9.5 6 4 11.5 9.5 17M4 11.5h10a6 6 0 0 1 6 6V19");
export const ReplyAllIcon = /* @__PURE__ */ icon("M12 6 6.5 11.5 12 17M7 6 1.5 11.5 7 17m-.5-5.5H15a6 6 0 0 1 6 6V19");
export const ForwardIcon = /* @__PURE__ */ icon("m14.5 6 5.5 5.5-5.5 5.5m5.5-5.5H10a6 6 0 0 0-6 6V19");
export const PaperclipIcon = /* @__PURE__ */ icon(
  "m19.5 11.5-7.8 7.8a4.7 4.7 0 0 1-6.7-6.7l8-8a3.2 3.2 0 0 1 4.5 4.5l-7.9 7.9a1.6 1.6 0 0 1-2.3-2.3l7.2-7.2",
);
export const ImageIcon = /* @__PURE__ */ icon("M4 5h16v14H4zm0 11 4.5-4.5 4 4L15 13l5 4.5M15.5 9h.01");
export const ChartIcon = /* @__PURE__ */ icon("M4 20h16M7 16v-5m5 5V6m5 10V9");
export const GlobeIcon = /* @__PURE__ */ icon(
  "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm-8.5-8.5h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Z",
);
export const UserIcon = /* @__PURE__ */ icon("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8a7.5 7.5 0 0 1 15 0");
export const UsersIcon = /* @__PURE__ */ icon(
  "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5a6.5 6.5 0 0 1 13 0M16 4.9a3.5 3.5 0 0 1 0 6.2m2.5 3.1a6.5 6.5 0 0 1 3 5.3",
);
export const ShieldIcon = /* @__PURE__ */ icon(
  "M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.2L15.2 10",
);
export const SettingsIcon = /* @__PURE__ */ icon(
  "M4 7h9m5 0h2M4 17h2m5 0h9M15.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-7 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
);
export const BellIcon = /* @__PURE__ */ icon("M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4");
export const CopyIcon = /* @__PURE__ */ icon("M9 9h11v11H9zM15 9V4H4v11h5");
export const ClockIcon = /* @__PURE__ */ icon("M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7v5l3.5 2");
export const RefreshIcon = /* @__PURE__ */ icon("M20 5v5h-5m4.5-.5A8 8 0 1 0 20 14");
export const LogOutIcon = /* @__PURE__ */ icon("M14 4h6v16h-6M4 12h11m-4-4 4 4-4 4");
export const EditIcon = /* @__PURE__ */ icon("m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5");
export const DownloadIcon = /* @__PURE__ */ icon("M12 4v11m-5-5 5 5 5-5M4 20h16");
export const UploadIcon = /* @__PURE__ */ icon("M12 15V4M7 9l5-5 5 5M4 20h16");
export const HistoryIcon = /* @__PURE__ */ icon("M4 5v5h5m-4.5-.5A8 8 0 1 1 4 14m8-7v5l3.5 2");
