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
} as const;
