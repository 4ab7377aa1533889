/** Every mail from the platform to a person, with the fields that its text is filled with. `link` opens the door that it is about. */
export const noticeKinds = {
  confirm_email: ["company", "link"],
  existing_account: ["company", "link"],
  reset_password: ["link"],
  password_changed: ["link"],
  change_email: ["link"],
  email_in_use: [],
  email_changed: ["email"],
  invitation: ["inviter", "company", "role", "link"],
  session_reuse: ["ip"],
  second_factor_changed: ["change", "link"],
  tenant_closed: ["company", "by", "until", "link"],
  member_removed: ["company", "by"],
  role_changed: ["company", "by", "role"],
  webhook_disabled: ["company", "url", "link"],
  confirm_alert_address: ["company", "by", "link"],
  domain_alert: ["company", "headline", "list", "link"],
  domain_digest: ["company", "list", "link"],
} as const;

export type NoticeKind = keyof typeof noticeKinds;
export type NoticeFields<K extends NoticeKind> = Record<(typeof noticeKinds)[K][number], string>;
