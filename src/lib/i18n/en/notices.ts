export default {
  greeting: "Hello,",
  closing: "This mail was sent by {origin}. If you did not expect it, you can ignore it.",
  confirm_email_subject: "Confirm your address for {company}",
  confirm_email_text:
    "Somebody, most likely you, signed up {company} with this address. Open the link to confirm that the address is yours. Until then no mail can be sent.",
  existing_account_subject: "You already have an account",
  existing_account_text:
    "Somebody, most likely you, signed up {company} with this address, and there is an account with it already. If it was you, open the link and sign in with that account to take {company} over.",
  reset_password_subject: "Choose a new password",
  reset_password_text:
    "Somebody, most likely you, asked for a new password. Open the link within one hour to choose one. Your password stays as it is if you do not.",
  password_changed_subject: "Your password was changed",
  password_changed_text:
    "The password of your account was changed, and all other browsers were signed out. If it was not you, choose a new password at once: {link}",
  change_email_subject: "Confirm your new address",
  change_email_text: "Open the link to sign in with this address from now on.",
  email_in_use_subject: "This address is in use already",
  email_in_use_text:
    "Somebody wants to sign in with this address from another account. It belongs to your account already, and nothing has changed. If it was you, sign in with this address, or change that of your account first.",
  email_changed_subject: "Your sign-in address was changed",
  email_changed_text:
    "From now on you sign in with {email}. If it was not you, speak to an owner of your tenant at once.",
  invitation_subject: "{inviter} invites you to {company}",
  invitation_text:
    "{inviter} invites you to look after the mail of {company} as {role}. Open the link within seven days to accept.",
  session_reuse_subject: "One of your sessions was ended for safety",
  session_reuse_text:
    "A key of your browser's session was used a second time, from {ip}. Somebody may have copied it, so the session was ended. Sign in again and change your password if you do not know why.",
  second_factor_changed_subject: "How you sign in was changed",
  second_factor_changed_text: "{change} If it was not you, change your password at once: {link}",
  provider_added: "You can sign in with {provider} from now on.",
  provider_removed: "You can no longer sign in with {provider}.",
  tenant_closed_subject: "{company} was closed",
  tenant_closed_text:
    "{company} was closed by {by}. Until {until} it can be opened again with the link; then everything is erased.",
  member_removed_subject: "You are no longer a member of {company}",
  member_removed_text: "{by} ended your membership of {company}.",
  role_changed_subject: "Your role at {company} was changed",
  role_changed_text: "{by} made you {role} of {company}.",
  webhook_disabled_subject: "A webhook of {company} was switched off",
  webhook_disabled_text:
    "{url} did not answer for a long time, so nothing is sent there any more. Switch it on again when it works: {link}",
  confirm_alert_address_subject: "Do you want to hear of trouble with the mail of {company}?",
  confirm_alert_address_text:
    "{by} chose this address to hear of it when a domain of {company} stops working. Open the link within 48 hours if you want that. Without it nothing more is sent here.",
  domain_alert_subject: "{headline}",
  domain_alert_text:
    "This is about the mail domains of {company}.\n\n{list}\n\nThe page of a domain shows what was found in DNS, what should be there, and the value to paste: {link}",
  quota_warning_subject: "{address} is {percent} % full",
  quota_warning_text:
    "Your mailbox {address} holds {used} of {quota}. Delete what you no longer need and empty the trash, or ask whoever looks after your mail for more space. When it is full, new mail waits with its senders and is returned to them after some days. Your mailbox: {link}",
  quota_full_subject: "{address} is full",
  quota_full_text:
    "Your mailbox {address} holds {used} of {quota} ({percent} %) and takes no more mail. Nothing is lost yet: new mail waits with its senders, who try again for some days, and only then is it returned to them. Delete what you no longer need and empty the trash, or ask whoever looks after your mail for more space. Your mailbox: {link}",
  quota_alert_subject: "Mailboxes of {company} are filling up",
  quota_alert_text:
    "{list}\n\nA full mailbox takes no more mail: it waits with its senders for some days and is then returned to them. Give more space, or ask the users to delete something: {link}",
  quota_line: "- {address}: {used} of {quota} ({percent} %)",
  quota_pool_line:
    "- All mailboxes together: {used} of {quota} ({percent} %). Once that is full, none of them takes mail.",
  quota_more: { one: "… and {count} more mailbox.", other: "… and {count} more mailboxes." },
  domain_digest_subject: "Today's look at the domains of {company}",
  domain_digest_text: "{list}\n\nAll domains: {link}",
  alert_one_broken: "{domain}: mail may be lost",
  alert_one_attention: "{domain}: a DNS record needs you",
  alert_one_proof_missing: "{domain}: the proof of ownership is gone",
  alert_one_proof_lost: "{domain}: ownership is no longer proven",
  alert_one_frozen: "{domain}: no mail goes in or out any more",
  alert_one_recovered: "{domain} is well again",
  alert_one_dkim_waiting: "{domain}: a new signing key waits for you",
  alert_one_name_below: "{domain}: somebody proved a name below it",
  alert_many_trouble: { one: "{count} domain needs you", other: "{count} domains need you" },
  alert_many_recovered: { one: "{count} domain is well again", other: "{count} domains are well again" },
  alert_title_broken: "Mail may be lost. First put back the records named here, as the page of the domain shows them:",
  alert_title_attention: "Mail still works, but a record that belongs to it changed. Look at it when you can:",
  alert_title_proof_missing:
    "The record that proves ownership is gone. Put it back within 14 days, or the domain counts as no longer yours:",
  alert_title_proof_lost:
    "Ownership is no longer proven. Mail goes on for 30 days; put the record back before, or the domain is let go:",
  alert_title_frozen:
    "Ownership is lost for good, so no mail goes in or out any more. Mailboxes and settings are kept for 30 days, for an export; then they are erased:",
  alert_title_dkim_waiting:
    "A new signing key was made, as happens twice a year. Publish it as the page of the keys shows; the old one signs until then:",
  alert_title_name_below:
    "Somebody else has proven that a name below yours is theirs. If you did not mean to hand it on, look at who may change your DNS; the settings of the domain can forbid it:",
  alert_title_recovered: "Well again, nothing left to do:",
  alert_since: "{domain}, since {time} (UTC)",
  alert_value: "Should be: {value}",
  alert_more: { one: "… and {count} more domain.", other: "… and {count} more domains." },
  digest_unwell: "Not well:",
  digest_changed: "Changed in DNS since yesterday, and well:",
  digest_proofs: "The proof of ownership is missing and has to be put back:",
  digest_keys: "A new signing key waits for its record:",
  digest_changes: { one: "{domain}: {count} change", other: "{domain}: {count} changes" },
  group_held_subject: "Posts to {group} wait for you",
  group_held_text:
    "Posts to {group} of {company} wait for a decision: {count}. Release them or reject them. What nobody decides about is thrown away after 30 days.",
  mailbox_invite_subject: "Your new mailbox {address}",
  mailbox_invite_text:
    "{company} has made the mailbox {address} for you. Open this link within 72 hours and choose a password that only you know:\n\n{link}\n\nThe link works once. If you did not expect this, ignore it: nothing happens then.",
  mailbox_reset_subject: "New password for {address}",
  mailbox_reset_text:
    "A new password was asked for {address}. Open this link within an hour to choose one:\n\n{link}\n\nThe link works once. Using it signs out every browser; app passwords of phones and programs go on working unless you have them removed. If you did not ask for it, ignore this mail: the password stays as it is.",
  mailbox_recovery_subject: "Recovery address of {address}",
  mailbox_recovery_text:
    "This address was named as the way back into the mailbox {address}, for the day its password is lost. Open this link within 24 hours in a browser that is signed in to the mailbox:\n\n{link}\n\nIf that mailbox is not yours, ignore this mail.",
  mailbox_changed_subject: "The sign-in to {address} has changed",
  mailbox_changed_text:
    "{change}\n\nThis concerns the mailbox {address}. If it was not you, choose a new password at once, and tell whoever looks after your mail:",
  guard_paused_subject: "{address}: sending is paused",
  guard_paused_text:
    "The mailbox {address} of {company} sends as if somebody else had it. It may not send until you have looked; it goes on receiving.\n\nSee why, and decide:",
  guard_paused_own_subject: "You cannot send for now",
  guard_paused_own_text:
    "Your mailbox {address} sent as if somebody else had it, so sending is paused. You can read as before.\n\nIf it was you, tell your administrator, who can allow it with one press. If it was not, somebody may know your password: tell them at once.",
  confirm_forwarding_subject: "May mail to {address} be forwarded to you?",
  confirm_forwarding_text:
    "Somebody at {company} wants mail that comes to {address} to be passed on to this address. Open this link within 72 hours if you want that. Without it nothing is sent here:\n\n{link}",
  forwarding_begun_subject: "Your mail is forwarded to {target}",
  forwarding_begun_text:
    "From now on mail to {address} is also passed on to {target}. If you do not know why, end it at once in the settings of your mailbox, change your password, and tell whoever looks after your mail:\n\n{link}",
  forwarding_begun_away_subject: "Your mail goes to {target} only",
  forwarding_begun_away_text:
    "From now on mail to {address} is passed on to {target}, and no copy stays here. If you do not know why, end it at once in the settings of your mailbox, change your password, and tell whoever looks after your mail:\n\n{link}",
} as const;
